package io.samling.reporting.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmptyRegisterTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir Path folder;

    @Test
    void says_how_to_begin_until_something_is_told_and_what_could_not_be_read() throws Exception {
        try (var story = ToldStory.untold(folder)) {
            assertThat(page(story))
                    .contains("The register is empty", "./samling up --demo", "/api/members/")
                    .doesNotContain("data-figure");

            story.garble();
            story.goOn(Story.began(1, LocalDate.of(2026, 1, 1)));

            assertThat(page(story)).contains("data-figure=\"members\">1<");
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> page(story).contains("1 facts could not be read"));
        }
    }

    private static String page(ToldStory story) {
        return story.service().send("/?language=en").body();
    }
}
