package io.samling.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The tour of the README, pasted into a shell as it stands. */
@ExtendWith(WithSamling.class)
class TourJourneyTest {

    private static final Pattern BLOCK = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);

    private static final Pattern VALUE = Pattern.compile("\"value\":(\\d+)");

    private final Landscape samling;

    TourJourneyTest(Landscape samling) {
        this.samling = samling;
    }

    @Test
    void every_request_is_answered_as_it_says() throws IOException, InterruptedException {
        var blocks = blocks();
        assertThat(blocks).hasSize(6);

        var joined = paste(blocks.get(0));
        assertThat(joined).contains("HTTP/1.1 201").containsIgnoringCase("Samling-Position:");
        assertThat(paste(blocks.get(1))).contains("HTTP/1.1 201");
        var counted = paste(blocks.get(2));
        assertThat(counted).contains("\"figure\":\"members\"", "\"figure\":\"employees\"");
        var corrected = valuesIn(paste(blocks.get(3)));
        assertThat(corrected.getFirst() - corrected.getLast()).isEqualTo(2);
        assertThat(paste(blocks.get(4))).contains("HTTP/1.1 201", "\"figure\":\"grants\"");
        assertThat(paste(blocks.get(5))).contains("/problems/", "\"detail\":");
    }

    private static List<Long> valuesIn(String answers) {
        return VALUE.matcher(answers).results().map(it -> Long.valueOf(it.group(1))).toList();
    }

    private static List<String> blocks() throws IOException {
        var readme = Files.readString(Script.CHECKOUT.resolve("README.md"));
        return BLOCK.matcher(readme).results().map(block -> block.group(1)).toList();
    }

    private String paste(String block) throws IOException, InterruptedException {
        var here = block;
        for (int i = 0; i < samling.services().size(); i++) {
            var api = samling.services().get(i).api();
            here = here.replace("http://127.0.0.1:" + (8081 + i), api.address());
        }
        var shell = new ProcessBuilder("bash", "-e", "-c", here).redirectErrorStream(true).start();
        var said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor()).as(said).isZero();
        return said;
    }
}
