package io.samling.eventstore.axon;

import io.samling.kernel.Refusal;

/** A caller decided on a version that is no longer the current one. */
final class Superseded extends Refusal {

    Superseded(long expected, long actual) {
        super(
                Kind.SUPERSEDED,
                "superseded",
                "This was changed since you read it: you saw version "
                        + expected
                        + ", it is now at "
                        + actual
                        + ". Read it again and decide anew.");
    }
}
