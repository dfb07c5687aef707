package io.samling.eventstore.log;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/** A commit that waits for its outcome, and the caller that waits for it. */
final class PendingCommit {

    private final NewCommit commit;
    private final CommitBody body;
    private final int size;
    private final CompletableFuture<CommitHead> outcome = new CompletableFuture<>();

    /** Taken by the appender, which sends it, or by a caller that has waited long enough. */
    private final AtomicBoolean taken = new AtomicBoolean();

    PendingCommit(NewCommit commit, int size) {
        this.commit = commit;
        this.body = new CommitBody(commit);
        this.size = size;
    }

    NewCommit commit() {
        return commit;
    }

    CommitBody body() {
        return body;
    }

    int size() {
        return size;
    }

    /** True once: for whoever decides whether this is ever sent. */
    boolean take() {
        return taken.compareAndSet(false, true);
    }

    boolean waitsLongerThan(Duration limit) {
        return commit.callersWait().isOver(limit);
    }

    long nanosWaited() {
        return commit.callersWait().nanos();
    }

    boolean isDecided() {
        return outcome.isDone();
    }

    void stored(CommitHead head) {
        outcome.complete(head);
    }

    void refused(RuntimeException reason) {
        outcome.completeExceptionally(reason);
    }

    CompletableFuture<CommitHead> outcome() {
        return outcome;
    }
}
