package io.samling.localstack.mongodb;

import io.samling.localstack.host.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rewrites the files compactly as soon as a quarter of the data has been replaced or deleted, and
 * keeps all of them together within three times the data and a mebibyte.
 *
 * <p>That holds because a command is let in only while the files in use, what the command may write
 * or take away, and a new file as large as all data fit into two and three quarters of the data and
 * a mebibyte; the last quarter is for the names and heads in the new file. Until a quarter of the
 * data has been replaced any command is let in, so a command that changes no more than half of the
 * data is within the bound whenever it comes. One that changes more at once, or drops a collection,
 * may break the bound until the next rewrite, which begins at once.
 *
 * <p>Whoever is not let in waits for the end of a rewrite, and so does everybody behind him. While
 * all wait nothing is written, so a second rewrite at the latest leaves the files no larger than
 * the data: nobody waits for ever.
 */
final class Compaction implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Compaction.class);

    /** What little data may take beyond any proportion. */
    static final long ALLOWANCE = 512 * 1024;

    private final Generations files;
    private final Collections collections;
    private final Consumer<StackFailure> onFailure;
    private final Thread thread =
            Thread.ofPlatform().name("mongodb-compaction").unstarted(this::run);
    private List<Runnable> waiting = new ArrayList<>();
    private boolean wanted;
    private boolean closing;

    /** How large a file that is being written may become; 0 while none is. */
    private long copying;

    /** After a rewrite that failed, the size of the files that is worth another. */
    private long notBelow;

    Compaction(Generations files, Collections collections, Consumer<StackFailure> onFailure) {
        this.files = files;
        this.collections = collections;
        this.onFailure = onFailure;
    }

    private record Parts(Engine engine, Journal journal) {}

    private volatile @Nullable Parts parts;

    void start(Engine engine, Journal journal) {
        parts = new Parts(engine, journal);
        thread.start();
    }

    /**
     * Whether a command may be run now; sees to it that the files are rewritten in time.
     *
     * @param size the bytes of the files in use, with what is about to be written
     * @param most by how much the command may bring the files closer to their limit
     */
    synchronized boolean leavesRoom(long size, long data, LongSupplier most) {
        if (size <= data + data / 4 + ALLOWANCE) {
            return true;
        }
        askForRewrite(size);
        copying = copying == 0 ? 0 : Math.max(copying, data);
        var limit = 3 * data - data / 4 + 2 * ALLOWANCE;
        return waiting.isEmpty() && size + most.getAsLong() + Math.max(copying, data) <= limit;
    }

    private void askForRewrite(long size) {
        if (size >= notBelow) {
            wanted = true;
            notifyAll();
        }
    }

    /** Whoever waits looks again after the next rewrite. */
    synchronized void whenRoom(Runnable work) {
        waiting.add(work);
        wanted = true;
        notifyAll();
    }

    private void run() {
        try {
            while (awaitWork()) {
                rewriteIfWorthwhile(1.25, ALLOWANCE);
                takeWaiting().forEach(Compaction::lookAgain);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (StackFailure told) {
            LOG.debug("The journal has failed", told);
        } catch (RuntimeException e) {
            onFailure.accept(
                    new StackFailure(
                            StackFailure.Kind.SERVER_DIED,
                            "The MongoDB stand-in's files could not be rewritten: " + e,
                            e));
        }
    }

    private synchronized boolean awaitWork() throws InterruptedException {
        while (!closing && !wanted) {
            wait();
        }
        wanted = false;
        return !closing;
    }

    private synchronized List<Runnable> takeWaiting() {
        var taken = waiting;
        waiting = new ArrayList<>();
        return taken;
    }

    private static void lookAgain(Runnable work) {
        try {
            work.run();
        } catch (RejectedExecutionException stopping) {
            LOG.debug("A client waited until the stop", stopping);
        }
    }

    private void rewriteIfWorthwhile(double times, long allowance) throws InterruptedException {
        var current = parts;
        if (current == null) {
            return;
        }
        var data = new long[1];
        current.engine().whileStill(() -> data[0] = collections.size());
        if (current.journal().size() > times * data[0] + allowance) {
            try {
                rewrite(current);
                tryAgainFrom(0);
            } catch (IOException e) {
                failed(current.journal().size(), e);
            }
        }
    }

    private void rewrite(Parts current) throws IOException, InterruptedException {
        var generation = current.journal().rotate();
        var unfinished = files.unfinished(generation);
        try {
            var size = copy(current, unfinished);
            // what was copied may have changed since: that must be on disk before the copy counts
            current.journal().awaitKept();
            Files.move(unfinished, files.snapshot(generation), StandardCopyOption.ATOMIC_MOVE);
            DataFile.syncFolder(files.folder());
            current.journal().rewritten(files.deleteBefore(generation), size);
        } catch (IOException e) {
            Files.deleteIfExists(unfinished);
            throw e;
        } finally {
            nothingIsCopied();
        }
    }

    private long copy(Parts current, Path unfinished) throws IOException {
        var snapshot = new Snapshot(current.engine(), collections);
        current.engine().whileStill(() -> isCopied(snapshot.begin()));
        try (var file = DataFile.create(unfinished)) {
            snapshot.write(file);
            return file.size();
        }
    }

    private synchronized void isCopied(long data) {
        copying = data;
    }

    private synchronized void nothingIsCopied() {
        copying = 0;
    }

    /** Everything is as it was; it matters once writers wait for a rewrite that cannot be. */
    private void failed(long size, IOException cause) {
        if (tryAgainFrom(size + ALLOWANCE)) {
            onFailure.accept(Trouble.of(files.folder(), cause));
        } else {
            LOG.warn("The MongoDB stand-in's files were not rewritten: {}", cause.getMessage());
        }
    }

    /** Returns whether anybody waits for it. */
    private synchronized boolean tryAgainFrom(long size) {
        notBelow = size;
        return !waiting.isEmpty();
    }

    /** Ends with a last rewrite where it saves something; the journal must still be open. */
    @Override
    public void close() {
        synchronized (this) {
            closing = true;
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
