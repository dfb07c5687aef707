package io.samling.eventstore.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Writes the few kinds of BSON that a commit is made of, as bytes: it is hashed and sent as such,
 * and whoever builds documents first and then writes them keeps all waiting callers waiting.
 */
final class BsonBytes {

    static final int TEXT = 2;
    static final int DOCUMENT = 3;
    static final int ARRAY = 4;
    static final int BINARY = 5;
    static final int DATE = 9;
    static final int INT32 = 16;
    static final int INT64 = 18;

    private static final VarHandle INTS =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final byte END = 0;

    private byte[] bytes;
    private int length;

    BsonBytes(int expected) {
        bytes = new byte[expected];
    }

    /** What stands before a value: its kind and its name. */
    static byte[] field(int kind, String name) {
        var utf8 = name.getBytes(UTF_8);
        var field = new byte[utf8.length + 2];
        field[0] = (byte) kind;
        System.arraycopy(utf8, 0, field, 1, utf8.length);
        return field;
    }

    int length() {
        return length;
    }

    /** Begins a document; returns what ends it. */
    int begin() {
        int32(0);
        return length - Integer.BYTES;
    }

    /** Begins a document or an array in a field; returns what ends it. */
    int begin(byte[] field) {
        append(field, 0, field.length);
        return begin();
    }

    void end(int begun) {
        room(1);
        bytes[length++] = END;
        INTS.set(bytes, begun, length - begun);
    }

    /** Takes the end of a document back, so that more may be added to it. */
    void open() {
        length--;
    }

    void int32(byte[] field, int value) {
        append(field, 0, field.length);
        int32(value);
    }

    /** A number, or a date in milliseconds. */
    void int64(byte[] field, long value) {
        append(field, 0, field.length);
        room(Long.BYTES);
        LONGS.set(bytes, length, value);
        length += Long.BYTES;
    }

    void text(byte[] field, String value) {
        append(field, 0, field.length);
        var utf8 = value.getBytes(UTF_8);
        int32(utf8.length + 1);
        append(utf8, 0, utf8.length);
        room(1);
        bytes[length++] = END;
    }

    void binary(byte[] field, byte[] value) {
        append(field, 0, field.length);
        int32(value.length);
        room(1);
        bytes[length++] = 0; // of no kind in particular
        append(value, 0, value.length);
    }

    void append(byte[] raw, int from, int count) {
        room(count);
        System.arraycopy(raw, from, bytes, length, count);
        length += count;
    }

    /** Replaces what {@link #int64} has written, by where that ended. */
    void replaceInt64(int end, long value) {
        LONGS.set(bytes, end - Long.BYTES, value);
    }

    /** All that was written, and room behind it. */
    byte[] raw() {
        return bytes;
    }

    private void int32(int value) {
        room(Integer.BYTES);
        INTS.set(bytes, length, value);
        length += Integer.BYTES;
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }
}
