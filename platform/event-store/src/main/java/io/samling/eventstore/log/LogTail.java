package io.samling.eventstore.log;

import com.mongodb.MongoException;
import com.mongodb.MongoInterruptedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the log for all readers of an instance: it reads each new commit once, at once after the
 * instance has appended one and otherwise a few times a second, and keeps the newest events.
 */
public final class LogTail implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LogTail.class);
    private static final int KEPT = 4096;
    private static final int PAGE = 1000;
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    private final LogReader reader;
    private final Semaphore news = new Semaphore(0);
    private final Set<Runnable> listeners = ConcurrentHashMap.newKeySet();
    private final Thread thread =
            Thread.ofPlatform().name("log-tail").daemon().unstarted(this::run);
    private final CountDownLatch stopped = new CountDownLatch(1);

    /** Guarded by itself, as is the cursor. */
    private final ArrayList<StoredEvent> newest = new ArrayList<>();

    private final LogCursor cursor;
    private volatile @Nullable RuntimeException fault;

    LogTail(LogReader reader, CommitHead head) {
        this.reader = reader;
        this.cursor = new LogCursor(reader, head, head.next());
    }

    void start() {
        thread.start();
    }

    /** The position after the newest event that was seen. */
    public long next() {
        synchronized (newest) {
            return cursor.next();
        }
    }

    /** Why it has stopped, where the log is not what was written. */
    public @Nullable RuntimeException fault() {
        return fault;
    }

    /**
     * The events from a position on, as far as they are kept; null where older ones are needed,
     * which must be read from the log.
     */
    public @Nullable List<StoredEvent> since(long position) {
        synchronized (newest) {
            if (position >= cursor.next()) {
                return List.of();
            }
            if (newest.isEmpty() || position < newest.getFirst().position()) {
                return null;
            }
            // positions have no gaps, so a position is an index
            var from = (int) (position - newest.getFirst().position());
            return List.copyOf(newest.subList(from, Math.min(from + PAGE, newest.size())));
        }
    }

    /** Is called after new events were seen, until it is removed. */
    public void addListener(Runnable listener) {
        listeners.add(listener);
    }

    /** Ends the calls of a listener. */
    public void removeListener(Runnable listener) {
        listeners.remove(listener);
    }

    /** Takes over what this instance has just stored, where it was not read meanwhile. */
    void stored(List<PlacedCommit> commits) {
        var fresh = new ArrayList<StoredEvent>();
        var othersCameBefore = false;
        synchronized (newest) {
            for (var placed : commits) {
                if (placed.head().next() <= cursor.next()) {
                    continue; // it was read
                }
                if (!cursor.accept(placed.head())) {
                    othersCameBefore = true;
                    break;
                }
                fresh.addAll(placed.events());
            }
            keep(fresh);
        }
        if (othersCameBefore) {
            news.release(); // they are read from the log, and what follows them too
        }
        if (!fresh.isEmpty()) {
            tellListeners();
        }
    }

    private void run() {
        try {
            while (stopped.getCount() > 0) {
                if (!readOn()) {
                    awaitNews();
                }
            }
        } catch (LogBroken e) {
            LOG.error("Reading the log has stopped", e);
            fault = e;
            tellListeners();
        }
    }

    private boolean readOn() {
        try {
            var commits = reader.after(seen());
            synchronized (newest) {
                for (var commit : commits) {
                    if (cursor.accept(commit.head())) { // else it was taken over meanwhile
                        keep(commit.events());
                    }
                }
            }
            if (!commits.isEmpty()) {
                tellListeners();
            }
            return !commits.isEmpty();
        } catch (MongoInterruptedException e) {
            stopped.countDown(); // closed while it read
            return false;
        } catch (MongoException e) {
            LOG.warn("The log cannot be read just now: {}", String.valueOf(e.getMessage()));
            pause(AFTER_FAILURE);
            return false;
        }
    }

    private CommitHead seen() {
        synchronized (newest) {
            return cursor.previous();
        }
    }

    private void keep(List<StoredEvent> events) {
        newest.addAll(events);
        if (newest.size() > 2 * KEPT) {
            newest.subList(0, newest.size() - KEPT).clear();
        }
    }

    /** A listener that fails must not stop the writer or the other listeners. */
    private void tellListeners() {
        for (var listener : listeners) {
            try {
                listener.run();
            } catch (RuntimeException e) {
                LOG.debug("A reader of the log could not be woken; it may have ended", e);
            }
        }
    }

    private void awaitNews() {
        try {
            if (news.tryAcquire(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS)) {
                news.drainPermits();
            }
        } catch (InterruptedException e) {
            stopped.countDown();
        }
    }

    private void pause(Duration time) {
        try {
            if (stopped.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debug("The tail was closed while it waited");
            }
        } catch (InterruptedException e) {
            stopped.countDown();
        }
    }

    @Override
    public void close() {
        stopped.countDown();
        thread.interrupt();
    }
}
