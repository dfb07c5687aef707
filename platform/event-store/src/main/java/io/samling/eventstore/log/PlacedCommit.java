package io.samling.eventstore.log;

import java.util.ArrayList;
import java.util.List;
import org.bson.RawBsonDocument;

/**
 * A commit with the place it is sent to. It keeps it until it is known what became of it.
 *
 * @param floor no event of it is recorded before
 */
record PlacedCommit(PendingCommit pending, RawBsonDocument document, CommitHead head, long floor) {

    static PlacedCommit after(CommitHead before, PendingCommit pending, long earliest) {
        var floor = Math.max(before.at(), earliest);
        var written = pending.body().after(before, floor);
        return new PlacedCommit(pending, written.document(), written.head(), floor);
    }

    NewCommit commit() {
        return pending.commit();
    }

    /** Its events as they lie in the log once it is stored. */
    List<StoredEvent> events() {
        var times = commit().timesFrom(floor);
        var events = new ArrayList<StoredEvent>(times.length);
        for (var event : commit().events()) {
            var index = events.size();
            events.add(event.storedAt(head.position() + index, times[index]));
        }
        return events;
    }
}
