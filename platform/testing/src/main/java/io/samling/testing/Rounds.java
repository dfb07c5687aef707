package io.samling.testing;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * Measures until it goes well once. What a machine does besides makes a good time bad, and never a
 * bad one good: one good round shows what the code can do, and only bad ones show that it cannot.
 */
public final class Rounds {

    private static final int MOST = 8;

    private Rounds() {}

    /** Whether a measurement goes well within a few rounds. */
    public static boolean until(Callable<Boolean> goesWell) throws Exception {
        for (var round = 0; round < MOST; round++) {
            if (goesWell.call()) {
                return true;
            }
        }
        return false;
    }

    /** The time that half of these do not exceed. */
    public static Duration median(List<Duration> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }
}
