package io.samling.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/**
 * From the answer that a write was accepted to its being in a figure. Writes come at a rate
 * whatever becomes of those before, and some of them are asked for in a figure.
 */
final class EndToEnd {

    static final String FIGURE = "/api/figures/members?at-least=";

    /** One write of so many is asked for. */
    private static final int ASKED = 20;

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Requests requests;
    private final Service member;
    private final Service reporting;
    private final Joins joins;

    EndToEnd(Requests requests, Service member, Service reporting, Joins joins) {
        this.requests = requests;
        this.member = member;
        this.reporting = reporting;
        this.joins = joins;
    }

    /**
     * What came of it.
     *
     * @param millis of those that were asked for, in order
     * @param failed how many writes were not accepted
     */
    record Seen(List<Double> millis, long failed) {

        double percentile(int percent) {
            return millis.get(Math.min(millis.size() - 1, millis.size() * percent / 100));
        }
    }

    Seen at(double perSecond, Duration time) {
        var millis = new ConcurrentLinkedQueue<Double>();
        var failed = new LongAdder();
        var between = (long) (1e9 / perSecond);
        var start = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var n = 0L; n * between < time.toNanos(); n++) {
                LockSupport.parkNanos(start + n * between - System.nanoTime());
                var asked = n % ASKED == 0;
                threads.execute(
                        () -> {
                            try {
                                var position = HttpBench.join(requests, member, joins);
                                if (asked) {
                                    millis.add(untilSeen(reporting.at(FIGURE + position)));
                                }
                            } catch (RuntimeException notAccepted) {
                                failed.increment();
                            }
                        });
            }
        }
        return new Seen(millis.stream().sorted().toList(), failed.sum());
    }

    /** Asks until it is known; says how many milliseconds that took. */
    double untilSeen(String address) {
        var start = System.nanoTime();
        while (!requests.answers(address)) {
            if (System.nanoTime() - start > PATIENCE.toNanos()) {
                throw new IllegalStateException("A write is not seen at " + address);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
        return (System.nanoTime() - start) / 1e6;
    }
}
