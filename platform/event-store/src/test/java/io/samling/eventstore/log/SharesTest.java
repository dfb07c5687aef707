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

    @Test
    void of_neither_are_nothing() throws Exception {
        assertThatNeitherStarves(Duration.ofMillis(3), time(2, 20), 5);
    }

    /** With 60 ms there and back, the turns come seldom, and the time has to be longer. */
    @Test
    void of_neither_are_nothing_though_one_is_on_another_continent() throws Exception {
        assertThatNeitherStarves(Duration.ofMillis(30), time(6, 30), 10);
    }

    private static Duration time(int seconds, int inLongProof) {
        return Duration.ofSeconds(Proof.isLong() ? inLongProof : seconds);
    }

    private static void assertThatNeitherStarves(Duration eachWay, Duration time, int part)
            throws Exception {
        try (var proxy = new CuttingProxy(TestServers.mongodb(), 1, 0);
                var logs = new TestLogs()) {
            var near = logs.openOver(TestServers.mongodb(), AppendLimits.USUAL);
            var far = logs.openOver(proxy.connectionString(), AppendLimits.USUAL);
            proxy.delay(eachWay);
            assertThat(Rounds.until(() -> neitherStarves(near, far, time, part))).isTrue();
        }
    }

    /**
     * Whether the near one stores more than half, and the far one more than a part, of what the far
     * one stores alone. A busy machine disturbs one measurement after the other, so one good round
     * is enough.
     */
    private static boolean neitherStarves(EventLog near, EventLog far, Duration time, int part) {
        var alone = counts(List.of(far), time).getFirst();
        var together = counts(List.of(near, far), time);
        System.out.printf(
                "proof: commits in %d s: near %d, far %d (%.0f %%), far while alone %d%n",
                time.toSeconds(),
                together.getFirst(),
                together.getLast(),
                100.0 * together.getLast() / (together.getFirst() + together.getLast()),
                alone);
        return together.getLast() > alone / part && together.getFirst() > alone / 2;
    }

    /** How many commits each instance has stored when all append at once for a while. */
    private static List<Integer> counts(List<EventLog> logs, Duration time) {
        var counts = logs.stream().map(_ -> new AtomicInteger()).toList();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var end = System.nanoTime() + time.toNanos();
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
