package io.samling.localstack.mongodb;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * The unit in which changes are written: checked as a whole, so that it is there or not. It says up
 * to which place its file was on disk when it was written: damage before that place is damage to
 * something acknowledged, damage behind it is a write that a crash cut off. A format for keeps.
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes never change and records are not compared
record Frame(long keptBefore, byte[] payload) {

    static final int HEAD = 20;

    /** Spells SAMF. */
    static final int MAGIC = 0x53414D46;

    ByteBuffer toBytes() {
        return ByteBuffer.allocate(HEAD + payload.length)
                .putInt(MAGIC)
                .putInt(payload.length)
                .putInt(checksum())
                .putLong(keptBefore)
                .put(payload)
                .flip();
    }

    int size() {
        return HEAD + payload.length;
    }

    boolean hasChecksum(int expected) {
        return checksum() == expected;
    }

    private int checksum() {
        var sum = new CRC32C();
        sum.update(ByteBuffer.allocate(Long.BYTES).putLong(keptBefore).flip());
        sum.update(payload);
        return (int) sum.getValue();
    }
}
