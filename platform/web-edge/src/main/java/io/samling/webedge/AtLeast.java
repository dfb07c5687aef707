package io.samling.webedge;

import io.samling.contracts.LogPosition;
import io.samling.contracts.LogPositions;
import io.samling.kernel.Unavailable;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Lets a query wait until a view of this service has seen a write, so that it includes it. */
public final class AtLeast {

    private static final long PAUSE = Duration.ofMillis(5).toNanos();

    private AtLeast() {}

    /**
     * Waits, within a limit. A position in another service's log is none of this view's business.
     *
     * @param wanted what {@code at-least=} said; null for nothing
     * @param reached where the view stands now
     * @param patience how long to wait at most
     * @throws Unavailable {@code not-yet-known}, saying what it waited for
     */
    public static void await(
            @Nullable LogPositions wanted, Supplier<LogPosition> reached, Duration patience) {
        if (wanted == null) {
            return;
        }
        var now = reached.get();
        var until = wanted.of(now.service());
        if (until == null) {
            return;
        }
        long deadline = System.nanoTime() + patience.toNanos();
        while (now.position() < until.position() || !now.logId().equals(until.logId())) {
            refuseOtherLog(now, until);
            if (System.nanoTime() - deadline > 0) {
                throw notYetKnown(now, until, patience);
            }
            LockSupport.parkNanos(PAUSE);
            now = reached.get();
        }
    }

    private static void refuseOtherLog(LogPosition now, LogPosition until) {
        if (!now.logId().equals(until.logId())) {
            throw EdgeProblem.of(
                    HttpStatus.CONFLICT,
                    "other-log",
                    "at-least names the log %s of %s, which is %s now."
                            .formatted(until.logId(), now.service(), now.logId()));
        }
    }

    private static Unavailable notYetKnown(LogPosition now, LogPosition until, Duration patience) {
        return Unavailable.nothingDone(
                "not-yet-known",
                "Waited %d ms for %s, and this view has reached %s."
                        .formatted(patience.toMillis(), until, now),
                Duration.ofSeconds(1));
    }
}
