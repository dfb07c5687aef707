package io.samling.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.DoubleSupplier;

/** Callers that each do one thing after the other, as fast as they are answered. */
final class Load {

    private Load() {}

    private static final int WARM_UPS = 8;
    private static final int FEWEST = 2;
    private static final double NO_FASTER = 1.03;

    /** Repeats until it gets no faster, for a service runs for months and a measurement seconds. */
    static void warmUp(DoubleSupplier perSecond) {
        var before = 0.0;
        for (var round = 0; round < WARM_UPS; round++) {
            var now = perSecond.getAsDouble();
            if (round >= FEWEST && now < NO_FASTER * before) {
                return;
            }
            before = now;
        }
    }

    /** How often a second they did it together. */
    static double perSecond(int callers, Duration time, Runnable once) {
        var done = new LongAdder();
        var start = System.nanoTime();
        var end = start + time.toNanos();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var working = new ArrayList<Future<?>>();
            for (var caller = 0; caller < callers; caller++) {
                working.add(
                        threads.submit(
                                () -> {
                                    do {
                                        once.run();
                                        done.increment();
                                    } while (System.nanoTime() < end);
                                }));
            }
            for (var caller : working) {
                caller.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A caller has failed", e.getCause());
        }
        return done.sum() * 1e9 / (System.nanoTime() - start);
    }
}
