package io.samling.eventrelay;

import io.samling.kernel.Refusal;

/** Why a log is not told again. */
public final class RewindRefused extends Refusal {

    private RewindRefused(Kind kind, String code, String message) {
        super(kind, code, message);
    }

    static RewindRefused relayedElsewhere() {
        return new RewindRefused(
                Kind.CONFLICT, "relayed-elsewhere", "Another instance relays; ask that one.");
    }

    static RewindRefused notTold(long position, long told) {
        return new RewindRefused(
                Kind.FORBIDDEN_BY_RULE,
                "position-not-told",
                "Position " + position + " has not been told; the last one told is " + told + ".");
    }
}
