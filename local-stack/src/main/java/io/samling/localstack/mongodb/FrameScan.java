package io.samling.localstack.mongodb;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads frames from a file, and looks for whole ones behind damage. */
final class FrameScan {

    private static final int WINDOW = 4 * 1024 * 1024;

    private final FileChannel channel;
    private ByteBuffer window = ByteBuffer.allocate(WINDOW).limit(0);
    private long windowStart;

    FrameScan(FileChannel channel) {
        this.channel = channel;
    }

    boolean startsWith(byte[] head) throws IOException {
        var bytes = bytes(0, head.length);
        return bytes != null && Arrays.equals(bytes, head);
    }

    /** The frame that starts at the place, or null where there is no whole one. */
    @Nullable Frame at(long place) throws IOException {
        var head = bytes(place, Frame.HEAD);
        if (head == null) {
            return null;
        }
        var fields = ByteBuffer.wrap(head);
        var magic = fields.getInt();
        var length = fields.getInt();
        var checksum = fields.getInt();
        var kept = fields.getLong();
        if (magic != Frame.MAGIC || length < 0 || kept > place) {
            return null;
        }
        var payload = bytes(place + Frame.HEAD, length);
        if (payload == null) {
            return null;
        }
        var frame = new Frame(kept, payload);
        return frame.hasChecksum(checksum) ? frame : null;
    }

    /** Whether a whole frame further on says that the place had been on disk. */
    boolean isKnownAsKept(long place) throws IOException {
        for (long at = place + 1; at + Frame.HEAD <= channel.size(); at++) {
            if (isMagic(at)) {
                var frame = at(at);
                if (frame != null) {
                    return frame.keptBefore() > place;
                }
            }
        }
        return false;
    }

    private boolean isMagic(long place) throws IOException {
        return fill(place, Integer.BYTES)
                && window.getInt((int) (place - windowStart)) == Frame.MAGIC;
    }

    private byte @Nullable [] bytes(long place, int length) throws IOException {
        if (place + length > channel.size()) {
            return null;
        }
        if (!fill(place, length)) {
            return null;
        }
        var bytes = new byte[length];
        window.get((int) (place - windowStart), bytes);
        return bytes;
    }

    /** Moves the window so that it holds the wanted bytes; false where the file ends before. */
    private boolean fill(long place, int length) throws IOException {
        if (place >= windowStart && place + length <= windowStart + window.limit()) {
            return true;
        }
        var size = Math.max(length, WINDOW);
        window = window.capacity() < size ? ByteBuffer.allocate(size) : window.clear();
        windowStart = place;
        while (window.hasRemaining()) {
            if (channel.read(window, windowStart + window.position()) < 0) {
                break;
            }
        }
        window.flip();
        return window.limit() >= length;
    }
}
