package io.samling.eventstore.log;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The commits that wait, and how the writer takes them in batches. */
final class CommitQueue {

    private static final long LOOK_AGAIN_MILLIS = 100;

    private final ArrayBlockingQueue<PendingCommit> waiting;

    /** Taken from the queue, but in conflict with the batch before; only the writer sees it. */
    private final ArrayDeque<PendingCommit> carried = new ArrayDeque<>();

    private volatile boolean closed;

    CommitQueue(int capacity) {
        this.waiting = new ArrayBlockingQueue<>(capacity);
    }

    boolean offer(PendingCommit pending) {
        return !closed && waiting.offer(pending);
    }

    int size() {
        return waiting.size();
    }

    void close() {
        closed = true;
    }

    /** What is written next: at least one commit, or none once it is closed and empty. */
    List<PendingCommit> nextBatch() {
        while (true) {
            var first = first();
            if (first == null) {
                return List.of();
            }
            var batch = new Batch();
            collect(batch, first);
            if (!batch.commits.isEmpty()) {
                return batch.commits;
            }
        }
    }

    private void collect(Batch batch, PendingCommit first) {
        var later = new ArrayList<PendingCommit>();
        for (var next = first; next != null; next = batch.isFull() ? null : poll()) {
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
        return next != null ? next : waiting.poll();
    }

    private @Nullable PendingCommit first() {
        var next = poll();
        while (next == null) {
            try {
                next = waiting.poll(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                return null; // told to end
            }
            if (next == null && closed && waiting.isEmpty()) {
                return null;
            }
        }
        return next;
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
