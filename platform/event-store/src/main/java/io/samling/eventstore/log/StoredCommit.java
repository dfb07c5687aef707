package io.samling.eventstore.log;

import java.util.List;

/**
 * A commit with its events, as read from the log.
 *
 * @param head what the next commit builds on
 * @param predecessorId the id of the commit before
 * @param predecessorHash the hash of the commit before, 64 hexadecimal digits
 * @param events in the order of their positions
 */
public record StoredCommit(
        CommitHead head, String predecessorId, String predecessorHash, List<StoredEvent> events) {

    public StoredCommit {
        events = List.copyOf(events);
    }
}
