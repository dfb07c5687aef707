package io.samling.localstack.mongodb;

import io.samling.localstack.host.StackFailure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A file of frames behind a short head: a journal or a snapshot. */
final class DataFile implements AutoCloseable {

    private static final byte[] HEAD = "samling-data 1\n".getBytes(StandardCharsets.US_ASCII);

    private final Path path;
    private final FileChannel channel;
    private long end;
    private long kept;

    private DataFile(Path path, FileChannel channel, long end) {
        this.path = path;
        this.channel = channel;
        this.end = end;
        this.kept = end;
    }

    /** Makes a new file whose head is on disk. */
    static DataFile create(Path path) throws IOException {
        var channel =
                FileChannel.open(
                        path,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE);
        writeAll(channel, ByteBuffer.wrap(HEAD), 0);
        channel.force(true);
        return new DataFile(path, channel, HEAD.length);
    }

    /** Opens a file to write on behind the given place, and cuts off what lies there. */
    static DataFile openAt(Path path, long end) throws IOException {
        if (end == 0) {
            return create(path);
        }
        var channel = FileChannel.open(path, StandardOpenOption.WRITE);
        channel.truncate(end);
        channel.force(true);
        return new DataFile(path, channel, end);
    }

    /** Writes a frame, not yet kept. */
    void write(byte[] payload) throws IOException {
        var frame = new Frame(kept, payload);
        writeAll(channel, frame.toBytes(), end);
        end += frame.size();
    }

    /** Returns once everything written is on disk. */
    void sync() throws IOException {
        channel.force(false);
        kept = end;
    }

    long size() {
        return end;
    }

    Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /**
     * Gives every frame of a file to the reader and returns where the last whole one ends, 0 if not
     * even the head is whole. A cut-off end is fine where it may be; anything else is refused.
     */
    static long read(Path path, boolean mayBeCutOff, Consumer<byte[]> reader) {
        try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
            var scan = new FrameScan(channel);
            if (!scan.startsWith(HEAD)) {
                return cutOff(path, scan, 0, mayBeCutOff);
            }
            long at = HEAD.length;
            while (at < channel.size()) {
                var frame = scan.at(at);
                if (frame == null) {
                    return cutOff(path, scan, at, mayBeCutOff);
                }
                take(path, at, frame, reader);
                at += frame.size();
            }
            return at;
        } catch (IOException e) {
            throw new StackFailure(
                    StackFailure.Kind.FOLDER_UNUSABLE,
                    "The file %s cannot be read: %s.".formatted(path, e.getMessage()),
                    e);
        }
    }

    private static void take(Path path, long at, Frame frame, Consumer<byte[]> reader) {
        try {
            reader.accept(frame.payload());
        } catch (StackFailure known) {
            throw known;
        } catch (RuntimeException e) {
            throw garbled(path, at, e);
        }
    }

    private static long cutOff(Path path, FrameScan scan, long at, boolean mayBeCutOff)
            throws IOException {
        if (!mayBeCutOff || scan.isKnownAsKept(at)) {
            throw garbled(path, at, null);
        }
        return at;
    }

    private static StackFailure garbled(Path path, long at, @Nullable RuntimeException cause) {
        return new StackFailure(
                StackFailure.Kind.DATA_GARBLED,
                "The file %s is garbled at byte %d: restore the data folder from a backup or remove it."
                        .formatted(path.toAbsolutePath(), at),
                cause == null ? new IllegalStateException("no whole frame there") : cause);
    }

    /** Makes the names in a folder survive a crash, too. */
    static void syncFolder(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static void writeAll(FileChannel channel, ByteBuffer bytes, long start)
            throws IOException {
        var at = start;
        while (bytes.hasRemaining()) {
            at += channel.write(bytes, at);
        }
    }
}
