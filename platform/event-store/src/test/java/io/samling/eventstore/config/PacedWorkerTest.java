package io.samling.eventstore.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class PacedWorkerTest {

    private static final Duration THREE_BATCHES = PacedWorker.APART.multipliedBy(2);

    @Test
    void batches_begin_no_closer_together_than_they_should() throws Exception {
        try (var worker = new PacedWorker(Executors.defaultThreadFactory())) {
            var asked = System.nanoTime();
            worker.execute(() -> {});
            worker.execute(() -> {});
            var third = worker.submit(System::nanoTime);

            assertThat(Duration.ofNanos(third.get() - asked)).isGreaterThanOrEqualTo(THREE_BATCHES);
        }
    }

    @Test
    void what_waits_is_done_when_it_is_told_to_end() throws Exception {
        var worker = new PacedWorker(Executors.defaultThreadFactory());
        worker.execute(() -> {});
        var last = worker.submit(() -> "done");

        worker.close();

        assertThat(last.get()).isEqualTo("done");
    }
}
