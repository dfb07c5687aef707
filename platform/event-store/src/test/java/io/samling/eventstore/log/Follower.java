package io.samling.eventstore.log;

import com.mongodb.MongoException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Reads a log from its first event on, as a processor does, and keeps all that it saw. */
final class Follower implements AutoCloseable {

    private static final long BETWEEN_NANOS = 1_000_000;

    private final EventLog log;
    private final List<StoredEvent> seen = new ArrayList<>();
    private final Thread thread = Thread.ofVirtual().unstarted(this::run);
    private volatile boolean closed;

    Follower(EventLog log) {
        this.log = log;
        thread.start();
    }

    private void run() {
        while (!closed) {
            readOn();
            LockSupport.parkNanos(BETWEEN_NANOS);
        }
    }

    private void readOn() {
        try {
            var kept = log.tail().since(seen.size());
            seen.addAll(kept == null ? log.reader().from(seen.size()).read() : kept);
        } catch (MongoException away) {
            // later, then
        }
    }

    List<StoredEvent> seen() throws InterruptedException {
        close();
        thread.join();
        return seen;
    }

    @Override
    public void close() {
        closed = true;
    }
}
