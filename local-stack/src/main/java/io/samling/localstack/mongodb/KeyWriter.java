package io.samling.localstack.mongodb;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes values as bytes whose unsigned order is MongoDB's order of values, across types. No
 * value's bytes are the beginning of another's, so keys of several values may be joined.
 */
final class KeyWriter {

    static final int UNDEFINED = 2;
    static final int NULL = 3;
    private static final int END = 0;
    private static final int MIN_KEY = 1;
    private static final int NUMBER = 4;
    private static final int STRING = 5;
    private static final int OBJECT = 6;
    static final int ARRAY = 7;
    private static final int BINARY = 8;
    private static final int OBJECT_ID = 9;
    private static final int BOOLEAN = 10;
    private static final int DATE = 11;
    private static final int TIMESTAMP = 12;
    private static final int REGULAR_EXPRESSION = 13;
    private static final int MAX_KEY = 14;

    private byte[] bytes = new byte[48];
    private int length;

    static byte[] keyOf(@Nullable Object value) {
        return new KeyWriter().value(value).toBytes();
    }

    /** Writes one value of a compound key, its order reversed where the key is descending. */
    KeyWriter part(@Nullable Object value, boolean ascending) {
        var start = length;
        value(value);
        for (int i = start; !ascending && i < length; i++) {
            bytes[i] = (byte) ~bytes[i];
        }
        return this;
    }

    KeyWriter undefined(boolean ascending) {
        return one(ascending ? UNDEFINED : ~UNDEFINED);
    }

    KeyWriter number(long value) {
        for (int shift = 56; shift >= 0; shift -= 8) {
            one((int) (value >>> shift));
        }
        return this;
    }

    KeyWriter raw(byte[] more) {
        room(more.length);
        System.arraycopy(more, 0, bytes, length, more.length);
        length += more.length;
        return this;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    private KeyWriter value(@Nullable Object value) {
        return switch (value) {
            case null -> one(NULL);
            case Missing _ -> one(NULL);
            case Long l -> one(NUMBER).integer(l);
            case Integer i -> one(NUMBER).integer(i);
            case Double d -> one(NUMBER).floating(d).two(0);
            case String s -> one(STRING).text(s);
            case Document d -> one(OBJECT).fields(d);
            case List<?> l -> one(ARRAY).elements(l);
            case UUID u -> binary(16, 4).uuid(u);
            case LegacyUUID u -> binary(16, 3).uuid(u.getUuid());
            case BinData b -> binary(b.getData().length, 0).raw(b.getData());
            case ObjectId o -> one(OBJECT_ID).raw(o.toByteArray());
            case Boolean b -> one(BOOLEAN).one(b ? 1 : 0);
            case Instant i -> one(DATE).number(i.toEpochMilli() ^ Long.MIN_VALUE);
            case BsonTimestamp t -> one(TIMESTAMP).number(t.getValue());
            case BsonRegularExpression r -> one(REGULAR_EXPRESSION).text(r.toString());
            case MinKey _ -> one(MIN_KEY);
            case MaxKey _ -> one(MAX_KEY);
            default -> throw Refused.unknown("a value of type " + value.getClass().getSimpleName());
        };
    }

    /** The nearest double, then how far the whole number lies from it: exact and comparable. */
    private KeyWriter integer(long value) {
        var nearest = (double) value;
        return floating(nearest).two((int) (value - (long) nearest));
    }

    private KeyWriter floating(double value) {
        if (Double.isNaN(value)) {
            return number(0);
        }
        var bits = Double.doubleToLongBits(value == 0 ? 0.0 : value);
        return number(bits ^ ((bits >> 63) | Long.MIN_VALUE));
    }

    private KeyWriter text(String text) {
        var utf8 = text.getBytes(StandardCharsets.UTF_8);
        room(utf8.length + 2);
        for (byte b : utf8) {
            one(b);
            if (b == 0) {
                one(0xFF);
            }
        }
        return one(END).one(END);
    }

    private KeyWriter fields(Document document) {
        for (var field : document.entrySet()) {
            var value = keyOf(field.getValue());
            one(value[0]).text(field.getKey()).raw(value);
        }
        return one(END);
    }

    private KeyWriter elements(List<?> list) {
        list.forEach(this::value);
        return one(END);
    }

    private KeyWriter binary(int size, int subtype) {
        return one(BINARY).one(size >> 24).one(size >> 16).one(size >> 8).one(size).one(subtype);
    }

    private KeyWriter uuid(UUID uuid) {
        return number(uuid.getMostSignificantBits()).number(uuid.getLeastSignificantBits());
    }

    /** Sixteen signed bits, as unsigned bytes in the same order. */
    private KeyWriter two(int value) {
        return one((value + 0x8000) >> 8).one(value + 0x8000);
    }

    private KeyWriter one(int value) {
        room(1);
        bytes[length++] = (byte) value;
        return this;
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
