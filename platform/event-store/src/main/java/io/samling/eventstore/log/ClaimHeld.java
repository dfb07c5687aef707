package io.samling.eventstore.log;

import io.samling.kernel.Refusal;

/** A value that only one stream may hold is held by another. */
public final class ClaimHeld extends Refusal {

    private final String holder;

    ClaimHeld(String what, String holder) {
        super(Kind.CONFLICT, what + "-already-registered", sentence(what, holder));
        this.holder = holder;
    }

    /** The stream that holds it, with its kind, such as {@code member-<uuid>}. */
    public String holder() {
        return holder;
    }

    private static String sentence(String what, String holder) {
        var kind = holder.substring(0, Math.max(0, holder.indexOf('-')));
        var id = holder.substring(holder.indexOf('-') + 1);
        return "This " + what + " is already registered, for " + kind + " " + id + ".";
    }
}
