package io.samling.eventstore;

import io.samling.kernel.Refusal;

/** A view was asked for that this service does not have. */
public final class NoSuchView extends Refusal {

    /** The refusal for one name. */
    public NoSuchView(String group) {
        super(Kind.UNKNOWN, "unknown-view", "There is no view " + group + ".");
    }
}
