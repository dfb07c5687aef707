package io.samling.eventfeed;

import io.samling.contracts.LogPosition;
import io.samling.kernel.Refusal;

/** A position names a log that figures are not counted from: the service has another past now. */
public final class AnotherLog extends Refusal {

    AnotherLog(LogPosition asked, String counted) {
        super(
                Kind.CONFLICT,
                "other-log",
                "The log "
                        + asked.logId()
                        + " of "
                        + asked.service()
                        + " is not the one that figures are counted from, which is "
                        + counted);
    }
}
