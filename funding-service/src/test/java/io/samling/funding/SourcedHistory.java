package io.samling.funding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The demo's history of grants, as what would be sent to record it. */
final class SourcedHistory {

    private static final Path FILE =
            Path.of("..", "demo", "src", "main", "resources", "io", "samling", "demo")
                    .resolve("history.csv");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private SourcedHistory() {}

    static List<String[]> rows(String... kinds) throws IOException {
        List<String[]> rows = new ArrayList<>();
        for (var line : Files.readAllLines(FILE)) {
            var fields = line.split(";", -1);
            if (List.of(kinds).contains(fields[1])) {
                rows.add(fields);
            }
        }
        assertThat(rows).hasSize(5);
        return rows;
    }

    static ObjectNode projectIn(String[] row) {
        var project = JSON.createObjectNode().put("name", row[2]).put("owner", row[5]);
        putKnown(project, "from", row[3]);
        putKnown(project, "until", row[4]);
        putKnown(project, "source", row[9]);
        return project;
    }

    static ObjectNode grantIn(String[] row, String projectId) {
        var grant = JSON.createObjectNode().put("projectId", projectId);
        var funders = grant.putArray("funders");
        for (var name : row[6].split(" \\+ ", -1)) {
            funders.addObject().put("name", name);
        }
        if (!row[7].isEmpty()) {
            var ore = Math.multiplyExact(Long.parseLong(row[7]), 100);
            grant.putObject("amount").put("minor", ore).put("currency", "SEK");
        }
        grant.put("meaning", row[8].startsWith("total budget") ? "TOTAL_BUDGET" : "GRANT");
        putKnown(grant, "source", row[9]);
        return grant;
    }

    private static void putKnown(ObjectNode node, String field, String value) {
        if (!value.isEmpty()) {
            node.put(field, value);
        }
    }
}
