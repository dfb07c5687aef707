package io.samling.localstack.mongodb;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Documents as bytes: what is stored, journalled and sent never changes under a reader. */
final class Bson {

    static final int LARGEST_DOCUMENT = 16 * 1024 * 1024;

    private static final byte[] ID = "_id\0".getBytes(StandardCharsets.US_ASCII);

    private Bson() {}

    static byte[] encode(Document document) {
        var buffer = Unpooled.buffer(512);
        BsonEncoder.encodeDocument(document, buffer);
        var bytes = new byte[buffer.readableBytes()];
        buffer.readBytes(bytes);
        requireNotTooLarge(bytes);
        return bytes;
    }

    static void requireNotTooLarge(byte[] document) {
        if (document.length > LARGEST_DOCUMENT) {
            throw Refused.bad("a document of %d bytes is too large".formatted(document.length));
        }
    }

    static Document decode(byte[] bytes) {
        return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bytes));
    }

    /** The {@code _id} of an encoded document, without decoding the rest where it comes first. */
    static @Nullable Object id(byte[] document) {
        if (!startsWithId(document)) {
            return decode(document).get("_id");
        }
        var value = Unpooled.wrappedBuffer(document).skipBytes(5 + ID.length);
        return BsonDecoder.decodeValue(document[4], value);
    }

    static boolean startsWithId(byte[] document) {
        return ByteBuffer.wrap(document, 0, Math.min(document.length, 5 + ID.length))
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .position(Math.min(document.length, 5))
                        .mismatch(ByteBuffer.wrap(ID))
                < 0;
    }
}
