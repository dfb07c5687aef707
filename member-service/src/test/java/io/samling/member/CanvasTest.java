package io.samling.member;

import io.samling.testing.PastedExamples;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the service's page says can be pasted into a shell. */
class CanvasTest {

    @Test
    void its_examples_work_as_they_are_pasted(@TempDir Path data) throws Exception {
        try (var service = RunningService.in(data)) {
            var page = Path.of("..", "docs", "services", "member.md");
            PastedExamples.assertWork(page, 8081, String.valueOf(service.port()), data);
        }
    }
}
