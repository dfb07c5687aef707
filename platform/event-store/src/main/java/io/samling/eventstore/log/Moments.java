package io.samling.eventstore.log;

/** Finds positions by recorded time, which never runs backwards along a log. */
public final class Moments {

    private final LogReader reader;

    Moments(LogReader reader) {
        this.reader = reader;
    }

    /**
     * The position of the first event recorded at a moment or later; the position after the last
     * event where there is none.
     *
     * @param moment in milliseconds
     */
    public long firstFrom(long moment) {
        var head = reader.head();
        if (head.at() < moment) {
            return head.next();
        }
        // low and high are starts of commits: what lies before low is too early, high is not
        var low = 0L;
        var high = head.position();
        while (low < high) {
            var middle = commitAt((low + high) >>> 1);
            if (middle.at() < moment) {
                low = middle.next();
            } else {
                high = middle.position();
            }
        }
        return firstWithin(low, moment);
    }

    private CommitHead commitAt(long position) {
        var commit = reader.containing(position);
        if (commit == null) {
            throw new LogBroken("The log has no commit at position " + position);
        }
        return commit;
    }

    private long firstWithin(long position, long moment) {
        for (var event : reader.from(position).read()) {
            if (event.at() >= moment) {
                return event.position();
            }
        }
        return position;
    }
}
