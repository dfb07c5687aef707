package io.samling.testing;

import java.time.Duration;
import java.util.Random;

/**
 * Something that must hold for every seed: tried once in a build, and in its long form, under
 * {@code ./samling faults}, again and again for {@code -Dsamling.proof.seconds}. Each seed is
 * printed, and {@code -Dsamling.proof.seed} tries that one again.
 */
public final class Proof {

    private static final long SECONDS = Long.getLong("samling.proof.seconds", 0);

    private Proof() {}

    /** Whether this is the long form. */
    public static boolean isLong() {
        return SECONDS > 0;
    }

    /** How long something is to last: as long as it was asked for, or so long in a build. */
    public static Duration lasting(Duration inBuild) {
        return isLong() ? Duration.ofSeconds(SECONDS) : inBuild;
    }

    /** Tries one seed, or in its long form as many as there is time for. */
    public static void of(String what, Round round) throws Exception {
        var end = System.nanoTime() + Duration.ofSeconds(SECONDS).toNanos();
        long seed = Long.getLong("samling.proof.seed", new Random().nextLong());
        var rounds = 0;
        do {
            System.out.printf("proof: %s, seed %d%n", what, seed);
            round.holdFor(seed);
            rounds++;
            seed++;
        } while (System.nanoTime() < end);
        System.out.printf("proof: %s held in %d rounds%n", what, rounds);
    }

    /** One attempt to find it wrong. */
    @FunctionalInterface
    public interface Round {

        /** Fails where it does not hold. */
        void holdFor(long seed) throws Exception;
    }
}
