package io.samling.eventstore.log;

import io.samling.kernel.Unavailable;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** How often which outcome of an append was told to its caller. */
public final class AppendOutcomes {

    private final Map<Outcome, LongAdder> counts = new EnumMap<>(Outcome.class);

    AppendOutcomes() {
        for (var outcome : Outcome.values()) {
            counts.put(outcome, new LongAdder());
        }
    }

    /** What became of an append. */
    public enum Outcome {
        /** It is safe. */
        STORED,
        /** Another was faster, or it can never be stored. */
        REFUSED,
        /** Nothing was done, for the queue is full or the clocks differ. */
        PUSHED_BACK,
        /** Nobody knows yet. */
        UNKNOWN,
        /** Anything else went wrong. */
        FAILED
    }

    /** How often there was such an outcome since the start. */
    public long count(Outcome outcome) {
        var counted = counts.get(outcome);
        return counted == null ? 0 : counted.sum();
    }

    CommitHead stored(CommitHead commit) {
        add(Outcome.STORED);
        return commit;
    }

    RuntimeException failed(RuntimeException reason) {
        add(
                switch (reason) {
                    case AppendRefused _, ClaimHeld _ -> Outcome.REFUSED;
                    case Unavailable no when no.kind() == Unavailable.Kind.OUTCOME_UNKNOWN ->
                            Outcome.UNKNOWN;
                    case Unavailable _ -> Outcome.PUSHED_BACK;
                    default -> Outcome.FAILED;
                });
        return reason;
    }

    private void add(Outcome outcome) {
        var counted = counts.get(outcome);
        if (counted != null) {
            counted.increment();
        }
    }
}
