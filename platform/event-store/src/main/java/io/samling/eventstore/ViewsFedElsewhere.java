package io.samling.eventstore;

import io.samling.kernel.Refusal;

/** Another instance feeds a view, and has to be asked to build it anew. */
public final class ViewsFedElsewhere extends Refusal {

    /** The refusal for one processing group. */
    public ViewsFedElsewhere(String group) {
        super(
                Kind.CONFLICT,
                "views-fed-elsewhere",
                "Another instance feeds " + group + "; ask that one.");
    }
}
