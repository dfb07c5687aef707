package io.samling.localstack.mongodb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rewrites the files compactly as soon as a quarter of the data has been replaced or deleted, so
 * that with the new files beside the old, and what is written meanwhile, they stay within three
 * times the data.
 */
final class Compaction implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Compaction.class);

    private static final long LOOK_EVERY = 256 * 1024;
    private static final long ALLOWANCE = 512 * 1024;

    private final Generations files;
    private final Collections collections;
    private final Thread thread =
            Thread.ofPlatform().name("mongodb-compaction").unstarted(this::run);
    private volatile boolean closing;
    private long grownTo;
    private long lookedAt;

    Compaction(Generations files, Collections collections) {
        this.files = files;
        this.collections = collections;
    }

    private record Parts(Engine engine, Journal journal) {}

    private volatile @Nullable Parts parts;

    void start(Engine engine, Journal journal) {
        parts = new Parts(engine, journal);
        thread.start();
    }

    /** Told by the journal, after each sync; looks only now and then. */
    void grown() {
        var current = parts;
        if (current != null) {
            signal(current.journal().appended());
        }
    }

    private synchronized void signal(long appended) {
        grownTo = appended;
        if (grownTo - lookedAt >= LOOK_EVERY) {
            notifyAll();
        }
    }

    private void run() {
        try {
            while (awaitGrowth()) {
                rewriteIfWorthwhile(1.25, ALLOWANCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean awaitGrowth() throws InterruptedException {
        while (!closing && grownTo - lookedAt < LOOK_EVERY) {
            wait();
        }
        lookedAt = grownTo;
        return !closing;
    }

    /**
     * A rewrite that fails leaves everything as it was; the journal itself tells of a full disk.
     */
    private void rewriteIfWorthwhile(double times, long allowance) throws InterruptedException {
        var current = parts;
        if (current == null) {
            return;
        }
        try {
            var data = new long[1];
            current.engine().whileStill(() -> data[0] = collections.size());
            if (files.size() > times * data[0] + allowance) {
                rewrite(current);
            }
        } catch (IOException e) {
            LOG.warn("The MongoDB stand-in's files could not be rewritten: {}", e.getMessage());
        }
    }

    private void rewrite(Parts current) throws IOException, InterruptedException {
        var generation = current.journal().rotate();
        var unfinished = files.unfinished(generation);
        try (var file = DataFile.create(unfinished)) {
            Snapshot.write(current.engine(), collections, file);
        } catch (IOException e) {
            Files.deleteIfExists(unfinished);
            throw e;
        }
        Files.move(unfinished, files.snapshot(generation), StandardCopyOption.ATOMIC_MOVE);
        DataFile.syncFolder(files.folder());
        files.deleteBefore(generation);
    }

    /** Ends with a last rewrite where it saves something; the journal must still be open. */
    @Override
    public void close() {
        closing = true;
        synchronized (this) {
            notifyAll();
        }
        try {
            thread.join();
            rewriteIfWorthwhile(1.1, 64 * 1024);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException journalFailed) {
            LOG.debug("no rewrite at the stop", journalFailed);
        }
    }
}
