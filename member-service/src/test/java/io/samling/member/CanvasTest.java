package io.samling.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the service's page says can be pasted into a shell. */
class CanvasTest {

    static final Path CANVAS = Path.of("..", "docs", "services", "member.md");
    static final Pattern EXAMPLE = Pattern.compile("(?s)```sh\n(.*?)```");

    @Test
    void its_examples_work_as_they_are_pasted(@TempDir Path data) throws Exception {
        var examples = EXAMPLE.matcher(Files.readString(CANVAS)).results().toList();

        assertThat(examples).hasSize(2);
        try (var service = RunningService.in(data)) {
            for (var example : examples) {
                var script = example.group(1).replace(":8081/", ":" + service.port() + "/");
                paste(script, data.resolve("output"));
            }
        }
    }

    private static void paste(String script, Path output) throws Exception {
        var shell =
                new ProcessBuilder(List.of("bash", "-e", "-c", script))
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        assertThat(shell.waitFor()).as(Files.readString(output)).isZero();
    }
}
