package io.samling.localstack.mongodb;

import java.util.Arrays;

/** A place between keys: before or after all keys that start with the given bytes. */
@SuppressWarnings("ArrayRecordComponent") // the bytes never change and records are not compared
record Edge(byte[] start, boolean after) {

    static Edge before(byte[] start) {
        return new Edge(start, false);
    }

    static Edge after(byte[] start) {
        return new Edge(start, true);
    }

    /** The same place where the order of keys is reversed. */
    Edge reversed() {
        var inverted = start.clone();
        for (int i = 0; i < inverted.length; i++) {
            inverted[i] = (byte) ~inverted[i];
        }
        return new Edge(inverted, !after);
    }

    Edge under(byte[] prefix) {
        var joined = Arrays.copyOf(prefix, prefix.length + start.length);
        System.arraycopy(start, 0, joined, prefix.length, start.length);
        return new Edge(joined, after);
    }

    /** The least bytes that lie at or behind this place. */
    byte[] least() {
        return after ? next(start) : start;
    }

    private static byte[] next(byte[] start) {
        for (int i = start.length - 1; i >= 0; i--) {
            if (start[i] != (byte) 0xFF) {
                var next = Arrays.copyOf(start, i + 1);
                next[i]++;
                return next;
            }
        }
        throw new IllegalStateException("no key starts with 0xFF bytes only");
    }
}
