package io.samling.eventstore.view;

import io.samling.eventstore.LogIdentity;
import io.samling.kernel.Refusal;

/** A view was made from another log than the one that is there now. */
public final class ViewOfAnotherLog extends Refusal {

    ViewOfAnotherLog(String group, LogIdentity log) {
        super(
                Kind.CONFLICT,
                "view-of-another-log",
                "%s was made from another log; ./samling rebuild --service %s makes it anew."
                        .formatted(group, log.service()));
    }
}
