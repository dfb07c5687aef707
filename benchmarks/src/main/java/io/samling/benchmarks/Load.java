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

    private static final double FASTER = 1.03;
    private static final int IN_A_ROW = 3;

    /** Before that many the optimising compiler of a register, as the launcher starts it, waits. */
    private static final double FEWEST_CALLS = 60_000;

    /**
     * The stand-in of MongoDB holds all that is stored in memory, and the measurement comes yet.
     */
    private static final double MOST_CALLS = 100_000;

    private static final int MOST_ROUNDS = 15;

    /** Repeats until it gets no faster, for a service runs for months and a measurement seconds. */
    static void warmUp(DoubleSupplier perSecond) {
        var best = 0.0;
        var calls = 0.0;
        var noFaster = 0;
        for (var round = 0;
                round < MOST_ROUNDS
                        && calls < MOST_CALLS
                        && (noFaster < IN_A_ROW || calls < FEWEST_CALLS);
                round++) {
            var start = System.nanoTime();
            var now = perSecond.getAsDouble();
            calls += now * (System.nanoTime() - start) / 1e9;
            noFaster = now > FASTER * best ? 0 : noFaster + 1;
            best = Math.max(best, now);
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
