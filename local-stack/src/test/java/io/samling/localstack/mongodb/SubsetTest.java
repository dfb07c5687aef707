package io.samling.localstack.mongodb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SubsetTest {

    static final Path PAGE = Path.of("..", "docs", "mongodb-subset.md");

    @Test
    void has_the_commands_that_the_page_says() throws IOException {
        var written = new TreeSet<String>();
        rows().forEach(row -> written.addAll(names(row, 1)));

        assertThat(written).isEqualTo(new TreeSet<>(Subset.commands()));
    }

    @Test
    void has_the_options_that_the_page_says() throws IOException {
        for (var row : rows()) {
            for (var command : names(row, 1)) {
                assertThat(new TreeSet<>(names(row, 2)))
                        .as(command)
                        .isEqualTo(new TreeSet<>(Subset.options(command)));
            }
        }
    }

    /** A greeting is not checked: drivers say what they like in it. */
    private static List<String> rows() throws IOException {
        return Files.readAllLines(PAGE, StandardCharsets.UTF_8).stream()
                .filter(row -> row.startsWith("| `") && !row.contains("`hello`"))
                .toList();
    }

    private static List<String> names(String row, int column) {
        var cell = row.split("\\|", -1)[column];
        return Pattern.compile("`(\\w+)`").matcher(cell).results().map(m -> m.group(1)).toList();
    }
}
