package io.samling.localstack.mongodb;

import de.bwaldvogel.mongo.exception.MongoServerError;
import io.samling.localstack.host.FolderLock;
import io.samling.localstack.host.StackFailure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps changes on disk. One thread writes what has gathered since its last sync as one frame and
 * syncs it, so that many commands share a sync and none is answered before it.
 */
final class Journal implements ChangeLog {

    private record Waiting(long position, Runnable work) {}

    private final Generations files;
    private final Consumer<StackFailure> onFailure;
    private final Compaction compaction;
    private final Thread writer =
            Thread.ofPlatform().name("mongodb-journal").unstarted(this::write);
    private final PriorityQueue<Waiting> waiting =
            new PriorityQueue<>(Comparator.comparingLong(Waiting::position));

    private ByteArrayOutputStream gathered = new ByteArrayOutputStream();
    private DataFile file;
    private long generation;
    private long appended;
    private long kept;

    /** The bytes of all files that count, with what is about to be written. */
    private long size;

    private boolean rotating;
    private boolean closing;
    private @Nullable StackFailure failure;

    private Journal(
            Generations files,
            DataFile file,
            long generation,
            Compaction compaction,
            Consumer<StackFailure> onFailure) {
        this.files = files;
        this.file = file;
        this.generation = generation;
        this.compaction = compaction;
        this.onFailure = onFailure;
    }

    /** Goes on where the last process stopped; tells of trouble. */
    static Journal open(
            Generations files,
            Generations.Opened opened,
            Compaction compaction,
            Consumer<StackFailure> onFailure)
            throws IOException {
        var path = files.journal(opened.generation());
        var file = DataFile.openAt(path, opened.journalEnd());
        DataFile.syncFolder(files.folder());
        var journal = new Journal(files, file, opened.generation(), compaction, onFailure);
        journal.size = files.size();
        journal.writer.start();
        return journal;
    }

    @Override
    public synchronized long append(Changes changes) {
        if (failure != null || closing) {
            throw new MongoServerError(91, "ShutdownInProgress", "the stand-in is stopping");
        }
        gathered.writeBytes(changes.toBytes());
        appended += changes.size();
        size += changes.size();
        notifyAll();
        return appended;
    }

    @Override
    public void whenKept(long position, Runnable work) {
        synchronized (this) {
            if (position > kept) {
                waiting.add(new Waiting(position, work));
                return;
            }
        }
        work.run();
    }

    @Override
    public boolean hasRoom(long data, LongSupplier most) {
        return compaction.leavesRoom(size(), data, most);
    }

    @Override
    public void whenRoom(Runnable work) {
        compaction.whenRoom(work);
    }

    /** The bytes of all files that count, with what is about to be written. */
    synchronized long size() {
        return size;
    }

    /** Some files gave way to a new one. */
    synchronized void rewritten(long freed, long added) {
        size += added - freed;
    }

    /** Goes on in a new file and returns its generation; what came before is on disk then. */
    synchronized long rotate() throws InterruptedException {
        rotating = true;
        notifyAll();
        while (rotating && failure == null && writer.isAlive()) {
            wait();
        }
        if (failure != null) {
            throw failure;
        }
        return generation;
    }

    /** Returns once everything appended so far is on disk. */
    synchronized void awaitKept() throws InterruptedException {
        var position = appended;
        while (kept < position && failure == null && writer.isAlive()) {
            wait();
        }
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            closing = true;
            notifyAll();
        }
        try {
            writer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        FolderLock.closeQuietly(file);
    }

    private void write() {
        try {
            while (step()) {
                // each step syncs what has gathered while the one before was busy
            }
            // an empty frame says that everything before it has been on disk
            file.write(new byte[0]);
            file.sync();
        } catch (IOException e) {
            fail(e);
        } catch (InterruptedException | RuntimeException e) {
            fail(new IOException(e));
        }
    }

    private boolean step() throws IOException, InterruptedException {
        byte[] payload;
        long upTo;
        boolean rotate;
        synchronized (this) {
            while (gathered.size() == 0 && !rotating && !closing) {
                wait();
            }
            payload = gathered.toByteArray();
            upTo = appended;
            rotate = rotating;
            if (payload.length == 0 && !rotate) {
                return false;
            }
            gathered = new ByteArrayOutputStream(Math.min(payload.length, 1 << 20));
            size += payload.length > 0 ? Frame.HEAD : 0;
        }
        if (payload.length > 0) {
            file.write(payload);
            file.sync();
        }
        if (rotate) {
            nextFile();
        }
        release(upTo, rotate).forEach(Runnable::run);
        return true;
    }

    private void nextFile() throws IOException {
        file.write(new byte[0]);
        file.sync();
        var next = DataFile.create(files.journal(generation + 1));
        DataFile.syncFolder(files.folder());
        file.close();
        file = next;
    }

    private synchronized List<Runnable> release(long upTo, boolean rotated) {
        kept = upTo;
        if (rotated) {
            size += Frame.HEAD + file.size();
            generation++;
            rotating = false;
        }
        notifyAll();
        var ready = new ArrayList<Runnable>();
        while (!waiting.isEmpty() && waiting.peek().position() <= kept) {
            ready.add(waiting.remove().work());
        }
        return ready;
    }

    /** Nobody who waits is told anything: their writes may or may not be on disk. */
    private void fail(IOException cause) {
        var told = Trouble.of(file.path(), cause);
        synchronized (this) {
            failure = told;
            waiting.clear();
            notifyAll();
        }
        onFailure.accept(told);
    }
}
