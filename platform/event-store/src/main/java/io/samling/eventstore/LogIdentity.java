package io.samling.eventstore;

import io.samling.contracts.LogPosition;

/**
 * Which log this is. The id changes whenever the log's past may have changed (created, imported,
 * restored), so that a reader of the old one does not take the new one for it.
 *
 * @param service such as {@code member}
 * @param logId eight hexadecimal digits
 */
public record LogIdentity(String service, String logId) {

    /** A place in this log. */
    public LogPosition at(long position) {
        return new LogPosition(service, logId, position);
    }
}
