package io.samling.eventstore.log;

import java.util.ArrayList;
import java.util.List;

/** A place in the log from which one reader reads on, page by page. Not for several threads. */
public final class LogCursor {

    private final LogReader reader;
    private CommitHead previous;
    private long next;

    LogCursor(LogReader reader, CommitHead previous, long next) {
        this.reader = reader;
        this.previous = previous;
        this.next = next;
    }

    /** The position of the event that comes next. */
    public long next() {
        return next;
    }

    CommitHead previous() {
        return previous;
    }

    /** The events that follow; none where the end is reached. */
    public List<StoredEvent> read() {
        var events = new ArrayList<StoredEvent>();
        for (var commit : reader.after(previous)) {
            previous = commit.head();
            for (var event : commit.events()) {
                if (event.position() >= next) {
                    events.add(event);
                }
            }
        }
        next = Math.max(next, previous.next());
        return events;
    }

    /** Takes a commit that is known to be stored; false where it is not the one that comes next. */
    boolean accept(CommitHead commit) {
        if (commit.position() != previous.next()) {
            return false;
        }
        previous = commit;
        next = commit.next();
        return true;
    }
}
