package io.samling.eventstore.config;

import java.io.PrintStream;
import java.util.function.LongConsumer;

/** Says every few seconds how far long work is, for whoever waits for it. */
final class Progress implements LongConsumer {

    private static final long EVERY_NANOS = 2_000_000_000L;

    private final String doing;
    private final PrintStream out;
    private final long began = System.nanoTime();
    private long said = began;

    Progress(String doing, PrintStream out) {
        this.doing = doing;
        this.out = out;
    }

    @Override
    public void accept(long events) {
        var now = System.nanoTime();
        if (now - said >= EVERY_NANOS) {
            said = now;
            out.printf("%s: %d events, %d/s%n", doing, events, rate(events, now));
        }
    }

    private long rate(long events, long now) {
        return Math.round(events * 1e9 / (now - began));
    }
}
