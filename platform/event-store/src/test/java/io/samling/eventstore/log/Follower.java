package io.samling.eventstore.log;

import static org.awaitility.Awaitility.await;

import com.mongodb.MongoException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Reads a log from its first event on, as a processor does, and keeps all that it saw. */
final class Follower implements AutoCloseable {

    private static final long BETWEEN_NANOS = 1_000_000;

    private final EventLog log;
    private final List<StoredEvent> seen = new ArrayList<>();
    private final Thread thread = Thread.ofVirtual().unstarted(this::run);
    private volatile int number;
    private volatile @Nullable RuntimeException fault;
    private volatile boolean closed;

    Follower(EventLog log) {
        this.log = log;
        thread.start();
    }

    private void run() {
        try {
            while (!closed) {
                readOn();
                LockSupport.parkNanos(BETWEEN_NANOS);
            }
        } catch (RuntimeException e) {
            fault = e; // a reader that stops is what the tests look for
        }
    }

    private void readOn() {
        try {
            var kept = log.tail().since(seen.size());
            seen.addAll(kept == null ? log.reader().from(seen.size()).read() : kept);
            number = seen.size();
        } catch (MongoException away) {
            // later, then
        }
    }

    /** All that it saw, once that is so many events; fails where the reading has failed. */
    List<StoredEvent> seenOnceThereAre(int events) throws InterruptedException {
        await("a reader").until(() -> number >= events || fault != null);
        return seen();
    }

    /** All that it saw until now; fails where the reading has failed. */
    List<StoredEvent> seen() throws InterruptedException {
        close();
        thread.join();
        var stopped = fault;
        if (stopped != null) {
            throw new AssertionError("A reader stopped at " + seen.size(), stopped);
        }
        return seen;
    }

    @Override
    public void close() {
        closed = true;
    }
}
