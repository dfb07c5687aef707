package io.samling.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.samling.journeys.Api.Answer;
import io.samling.journeys.Script.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code ./samling} does for whoever runs it: tell again, look for faults, restore, rebuild.
 */
class LauncherUpkeepTest {

    private static final int OK = 0;
    private static final int FAILED = 1;
    private static final int MEMBERS = 5;
    private static final int FIRST_COMPANY = 48_000;

    @TempDir Path folder = Path.of("");
    private Script samling = new Script(folder);
    private Path exported = folder;

    @BeforeEach
    void remember_some_members() throws IOException {
        var data = Files.createDirectories(folder.resolve("a folder")).resolve(".samling");
        samling = new Script(data);
        exported = folder.resolve("member.ndjson");
        ended(OK, "up");
        for (int i = 0; i < MEMBERS; i++) {
            var path = "/api/members/" + Organisations.id("member to be kept " + i);
            member().put(path, join(i)).acknowledged();
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> members() == MEMBERS);
    }

    @AfterEach
    void stop() {
        samling.run("down");
    }

    @Test
    void a_log_that_was_lost_comes_back_with_all_that_was_made_from_it() {
        tell_again();
        assertThat(log(OK, "export")).contains(MEMBERS + " events of member are in " + exported);
        assertThat(log(FAILED, "import")).contains("member-service runs, and import needs");
        assertThat(verified()).contains("0 differ").contains("all is well");
        var lost = known();

        ended(OK, "down");
        assertThat(ended(OK, "up", "--fresh", "--yes")).contains("Deleted what was in ");
        assertThat(members()).isZero();
        ended(OK, "down");
        assertThat(log(OK, "import")).contains(MEMBERS + " events of member are restored");
        assertThat(log(FAILED, "import")).contains("is not empty");

        assertThat(ended(OK, "up")).contains("member-service has another log now");
        assertThat(ended(FAILED, "status")).contains("./samling rebuild --service member");
        ended(OK, "rebuild", "--service", "member");

        assertThat(ended(OK, "status")).contains("member-service     is ready");
        assertThat(members()).isEqualTo(MEMBERS);
        assertThat(member().get("/api/members").json().get("items").size()).isEqualTo(MEMBERS);
        assertThat(known()).isNotEqualTo(lost).contains(":" + (MEMBERS - 1));
        assertThat(verified()).contains("0 differ").contains("all is well");
        assertThat(ended(OK, "feed", "rebuild")).contains("0 subjects differ");
        assertThat(ended(OK, "feed", "repair")).contains("Nothing is parked any more");
    }

    private void tell_again() {
        assertThat(ended(OK, "relay", "rewind", "--to", "0"))
                .contains("member-service tells positions 0 to ", "funding-service tells");
        assertThat(ended(FAILED, "relay", "rewind", "--to", "7", "--service", "member"))
                .startsWith("samling: member-service: Position 7 has not been told");
    }

    private String verified() {
        var said = ended(OK, "log", "verify", "--service", "member");
        assertThat(said).containsPattern("[1-9][0-9]* figures at member:");
        return said;
    }

    private String log(int code, String command) {
        return ended(code, "log", command, "--service", "member", "--file", exported.toString());
    }

    private String ended(int code, String... arguments) {
        Ended ended = samling.run(arguments);
        assertThat(ended.code()).as(ended.said()).isEqualTo(code);
        return ended.said();
    }

    private Api member() {
        return new Api(Integer.parseInt(samling.get("SAMLING_MEMBER_PORT")));
    }

    private int members() {
        return figure().json().get("value").asInt();
    }

    private String known() {
        return figure().json().get("known").asString().split(",", -1)[1];
    }

    private Answer figure() {
        var reporting = new Api(Integer.parseInt(samling.get("SAMLING_REPORTING_PORT")));
        return reporting.get("/api/figures/members");
    }

    private static String join(int i) {
        return """
                {"organisationsnummer": "%s", "name": "Company %d", "kind": "COMPANY",
                 "municipality": "1080", "firstDay": "2020-01-0%d"}
                """
                .formatted(Organisations.number(FIRST_COMPANY + i), i, i + 1);
    }
}
