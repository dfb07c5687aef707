package io.samling.eventstore.log;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The commits that wait, and how the writer takes them in batches.
 *
 * <p>Who was just answered often comes back with the next commit at once. Sent off without them, a
 * batch holds the half of the callers that wait while the other half comes back, and so on for
 * ever. So the writer gives them a moment: never longer than half of what the batch before took,
 * and not once all are there.
 */
final class CommitQueue {

    private static final long LONGEST_MOMENT = Duration.ofMillis(1).toNanos();

    private final int capacity;
    private final LongUnaryOperator moment;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition enough = lock.newCondition();
    private final ArrayDeque<PendingCommit> waiting = new ArrayDeque<>();

    /** With how many that wait the writer is woken. */
    private int wanted = 1;

    private boolean closed;

    /** Taken from the queue, but in conflict with the batch before; only the writer sees it. */
    private final ArrayDeque<PendingCommit> carried = new ArrayDeque<>();

    /** How many the batch before held, and since when it was on its way; only the writer's. */
    private int answered;

    private long taken = System.nanoTime();

    CommitQueue(int capacity) {
        this(capacity, CommitQueue::moment);
    }

    /**
     * A queue for as many commits.
     *
     * @param moment for how long those are waited for who were answered, by how long that took, in
     *     nanoseconds
     */
    CommitQueue(int capacity, LongUnaryOperator moment) {
        this.capacity = capacity;
        this.moment = moment;
    }

    static long moment(long took) {
        return Math.min(took / 2, LONGEST_MOMENT);
    }

    boolean offer(PendingCommit pending) {
        lock.lock();
        try {
            if (closed || waiting.size() >= capacity) {
                return false;
            }
            waiting.add(pending);
            if (waiting.size() >= wanted) {
                enough.signal();
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    int size() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    void close() {
        lock.lock();
        try {
            closed = true;
            enough.signal();
        } finally {
            lock.unlock();
        }
    }

    /**
     * What is written next: at least one commit, or none once it is closed and empty, or the writer
     * is told to end. Asking for it means that the batch before is answered.
     */
    List<PendingCommit> nextBatch() {
        while (awaitCommits()) {
            var batch = new Batch();
            collect(batch);
            if (!batch.commits.isEmpty()) {
                answered = batch.commits.size();
                taken = System.nanoTime();
                return batch.commits;
            }
        }
        return List.of();
    }

    private boolean awaitCommits() {
        if (!carried.isEmpty()) {
            return true;
        }
        lock.lock();
        try {
            awaitThoseAnswered();
            wanted = 1;
            while (waiting.isEmpty() && !closed) {
                enough.await();
            }
            return !waiting.isEmpty();
        } catch (InterruptedException e) {
            return false;
        } finally {
            lock.unlock();
        }
    }

    private void awaitThoseAnswered() throws InterruptedException {
        wanted = Math.min(waiting.size() + answered, AppendLimits.BATCH_DOCUMENTS);
        answered = 0;
        var left = moment.applyAsLong(System.nanoTime() - taken);
        while (waiting.size() < wanted && left > 0 && !closed) {
            left = enough.awaitNanos(left);
        }
    }

    private void collect(Batch batch) {
        var later = new ArrayList<PendingCommit>();
        for (var next = poll(); next != null; next = batch.isFull() ? null : poll()) {
            if (batch.conflictsWith(next) || !batch.hasRoomFor(next)) {
                later.add(next);
                if (!batch.hasRoomFor(next)) {
                    break;
                }
            } else if (next.take()) {
                batch.add(next);
            }
        }
        for (var pending : later.reversed()) {
            carried.addFirst(pending);
        }
    }

    private @Nullable PendingCommit poll() {
        var next = carried.pollFirst();
        if (next != null) {
            return next;
        }
        lock.lock();
        try {
            return waiting.poll();
        } finally {
            lock.unlock();
        }
    }

    /** A batch as it grows: no two of its commits want the same. */
    private static final class Batch {

        private final List<PendingCommit> commits = new ArrayList<>();
        private final Set<Object> wanted = new HashSet<>();
        private int bytes;

        boolean isFull() {
            return commits.size() >= AppendLimits.BATCH_DOCUMENTS;
        }

        boolean hasRoomFor(PendingCommit next) {
            return commits.isEmpty() || bytes + next.size() <= AppendLimits.BATCH_BYTES;
        }

        boolean conflictsWith(PendingCommit next) {
            for (var wish : wishes(next.commit())) {
                if (wanted.contains(wish)) {
                    return true;
                }
            }
            return false;
        }

        void add(PendingCommit next) {
            commits.add(next);
            wanted.addAll(wishes(next.commit()));
            bytes += next.size();
        }

        private static List<Object> wishes(NewCommit commit) {
            var wishes = new ArrayList<Object>(commit.claims());
            for (var part : commit.streams()) {
                wishes.add(new StreamPart(part.id(), part.first(), 0));
            }
            if (commit.once() != null) {
                wishes.add(commit.once().key());
            }
            return wishes;
        }
    }
}
