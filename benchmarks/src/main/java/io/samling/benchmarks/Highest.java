package io.samling.benchmarks;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;

/** The highest of a value that is looked at ten times a second while something else goes on. */
final class Highest implements AutoCloseable {

    private final DoubleSupplier value;
    private final ScheduledExecutorService looking =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());
    private volatile double highest;

    private Highest(DoubleSupplier value) {
        this.value = value;
    }

    static Highest of(DoubleSupplier value) {
        var highest = new Highest(value);
        var _ =
                highest.looking.scheduleWithFixedDelay(
                        highest::look, 0, 100, TimeUnit.MILLISECONDS);
        return highest;
    }

    private void look() {
        highest = Math.max(highest, value.getAsDouble());
    }

    double soFar() {
        return highest;
    }

    @Override
    public void close() {
        looking.shutdownNow();
    }
}
