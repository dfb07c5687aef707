package io.samling.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** What a service's page says can be pasted into a shell. */
public final class PastedExamples {

    private static final Pattern EXAMPLE = Pattern.compile("(?s)```sh\n(.*?)```");

    private PastedExamples() {}

    /** Runs the two examples of a page on a service that listens elsewhere than the page says. */
    public static void assertWork(Path page, int portOfPage, String port, Path folder)
            throws IOException, InterruptedException {
        var examples = EXAMPLE.matcher(Files.readString(page)).results().toList();
        assertThat(examples).hasSize(2);
        for (var example : examples) {
            var script = example.group(1).replace(":" + portOfPage + "/", ":" + port + "/");
            paste(script, folder.resolve("output"));
        }
    }

    private static void paste(String script, Path output) throws IOException, InterruptedException {
        var shell =
                new ProcessBuilder(List.of("bash", "-e", "-c", script))
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        assertThat(shell.waitFor()).as(Files.readString(output)).isZero();
    }
}
