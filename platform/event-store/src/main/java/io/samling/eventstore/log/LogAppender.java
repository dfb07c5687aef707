package io.samling.eventstore.log;

import io.samling.kernel.Unavailable;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one writer of an instance. Callers hand in commits and wait; one thread gathers those that
 * wait and writes them together, one batch at a time.
 */
public final class LogAppender implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LogAppender.class);

    private final AppendLimits limits;
    private final CommitQueue queue;
    private final BatchWriter writer;
    private final WaitLimit waitLimit;
    private final Thread thread;

    LogAppender(AppendLimits limits, BatchWriter writer) {
        this.limits = limits;
        this.writer = writer;
        this.queue = new CommitQueue(limits.queue());
        this.waitLimit = new WaitLimit(limits.patience());
        this.thread = Thread.ofPlatform().name("log-appender").daemon().unstarted(this::run);
    }

    void start() {
        thread.start();
        waitLimit.start();
    }

    /**
     * Stores a commit and returns where; an interrupt does not end the wait.
     *
     * @throws AppendRefused where it can never be stored
     * @throws Unavailable where it was not taken on and nothing of it is stored, or where it is not
     *     known yet whether it is stored
     */
    public CommitHead append(NewCommit commit) {
        var pending = new PendingCommit(commit, CommitSize.of(commit));
        waitLimit.watch(pending);
        if (!queue.offer(pending)) {
            pending.refused(WaitLimit.overloaded());
        }
        return outcomeOf(pending);
    }

    private static CommitHead outcomeOf(PendingCommit pending) {
        try {
            return pending.outcome().join(); // an interrupt is noted, and does not end the wait
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException reason
                    ? reason
                    : new IllegalStateException(e.getCause());
        }
    }

    private void run() {
        while (true) {
            var batch = queue.nextBatch();
            if (batch.isEmpty()) {
                return;
            }
            write(batch);
        }
    }

    private void write(List<PendingCommit> batch) {
        try {
            writer.write(batch);
        } catch (RuntimeException e) {
            LOG.error("A batch could not be written", e);
            batch.forEach(pending -> pending.refused(Unavailable.outcomeUnknown(null)));
        }
    }

    /** How many commits wait to be written. */
    public int waiting() {
        return queue.size();
    }

    /** Takes nothing more on, writes what waits, and ends. */
    @Override
    public void close() {
        queue.close();
        try {
            if (thread.isAlive() && !thread.join(limits.patience())) {
                writer.giveUp();
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            writer.giveUp();
            Thread.currentThread().interrupt();
        } finally {
            waitLimit.close();
        }
    }
}
