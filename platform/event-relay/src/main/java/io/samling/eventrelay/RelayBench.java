package io.samling.eventrelay;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;

/**
 * Measures how fast a log is told, and how fast it would be with the sending left out: the log is
 * read, translated and written as records all the same. The log has to rest meanwhile.
 */
public final class RelayBench {

    private static final Duration LOOK = Duration.ofMillis(2);
    private static final Duration PATIENCE = Duration.ofMillis(200);

    private final Relay relay;
    private final RelayParts parts;
    private final long head;

    private RelayBench(Relay relay) {
        this.relay = relay;
        this.parts = relay.parts();
        this.head = parts.log().head();
    }

    /**
     * What was measured, the median of some rounds.
     *
     * @param facts how many the log tells
     * @param sending facts a second as they are relayed
     * @param withoutSending facts a second with the sending left out
     */
    public record Result(long facts, double sending, double withoutSending) {}

    /**
     * Measures a running relay that has told its whole log.
     *
     * @param rounds of each, after one that is not counted
     */
    public static Result of(Relay relay, int rounds) throws InterruptedException {
        var bench = new RelayBench(relay);
        var facts = bench.unsent();
        var _ = bench.relayed(facts);
        var sending = new double[rounds];
        var withoutSending = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            sending[round] = facts / seconds(() -> bench.relayed(facts));
            withoutSending[round] = facts / seconds(bench::unsent);
        }
        return new Result(facts, median(sending), median(withoutSending));
    }

    /** Has all so many facts told again. */
    private long relayed(long facts) throws InterruptedException {
        var all = relay.factsTold() + facts;
        relay.rewindTo(0);
        while (relay.factsTold() < all) {
            pause();
        }
        return facts;
    }

    private static void pause() throws InterruptedException {
        LockSupport.parkNanos(LOOK.toNanos());
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    /** Does all that comes before sending; says how many facts there are. */
    private long unsent() {
        long facts = 0;
        long told = -1;
        var records = parts.facts();
        try (var reading =
                ReadAhead.of(parts.log().after(-1), recorded -> Telling.of(recorded, records))) {
            while (told < head) {
                for (var telling : reading.next(parts.properties().batchSize(), PATIENCE)) {
                    facts += telling.facts().size();
                    told = telling.position();
                }
            }
        }
        return facts;
    }

    private static double seconds(Round round) throws InterruptedException {
        var began = System.nanoTime();
        var _ = round.run();
        return (System.nanoTime() - began) / 1e9;
    }

    private static double median(double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private interface Round {
        long run() throws InterruptedException;
    }
}
