package io.samling.eventstore.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.samling.testing.CuttingProxy;
import io.samling.testing.Proof;
import io.samling.testing.Rounds;
import io.samling.testing.TestServers;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Two instances that always have something to append, one of them far from the server. */
class SharesTest {

    private static final int CALLERS = 8;
    private static final Duration TIME = Duration.ofSeconds(Proof.isLong() ? 20 : 2);

    @Test
    void of_neither_are_nothing() throws Exception {
        try (var far = new CuttingProxy(TestServers.mongodb(), 1, 0);
                var logs = new TestLogs()) {
            var near = logs.openOver(TestServers.mongodb(), AppendLimits.USUAL);
            var slow = logs.openOver(far.connectionString(), AppendLimits.USUAL);
            far.delay(Duration.ofMillis(3));
            assertThat(Rounds.until(() -> neitherStarves(near, slow))).isTrue();
        }
    }

    /** A busy machine disturbs one measurement after the other, so one good round is enough. */
    private static boolean neitherStarves(EventLog near, EventLog far) {
        var alone = counts(List.of(far)).getFirst();
        var together = counts(List.of(near, far));
        System.out.printf(
                "proof: commits in %d s: near %d, far %d (%.0f %%), far while alone %d%n",
                TIME.toSeconds(),
                together.getFirst(),
                together.getLast(),
                100.0 * together.getLast() / (together.getFirst() + together.getLast()),
                alone);
        return together.getLast() > alone / 5 && together.getFirst() > alone / 2;
    }

    /** How many commits each instance has stored when all append at once for a while. */
    private static List<Integer> counts(List<EventLog> logs) {
        var counts = logs.stream().map(_ -> new AtomicInteger()).toList();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var end = System.nanoTime() + TIME.toNanos();
            for (var i = 0; i < logs.size(); i++) {
                appendUntil(end, callers, logs.get(i), counts.get(i));
            }
        }
        return counts.stream().map(AtomicInteger::get).toList();
    }

    private static void appendUntil(
            long end, ExecutorService callers, EventLog log, AtomicInteger count) {
        for (var caller = 0; caller < CALLERS; caller++) {
            callers.execute(
                    () -> {
                        while (System.nanoTime() < end) {
                            var stream = UUID.randomUUID().toString();
                            log.append(List.of(TestLogs.event(stream, 0)), List.of(), null);
                            count.incrementAndGet();
                        }
                    });
        }
    }
}
