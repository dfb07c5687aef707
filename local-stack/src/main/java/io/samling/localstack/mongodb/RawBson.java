package io.samling.localstack.mongodb;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.BsonConstants;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.Set;

/** Looks into encoded documents without decoding what nobody asks for. */
final class RawBson {

    private RawBson() {}

    /** Takes a document as it is; refuses one that could not be decoded later. */
    static byte[] read(ByteBuf in) {
        var bytes = new byte[in.getIntLE(in.readerIndex())];
        in.readBytes(bytes);
        skipDocument(Unpooled.wrappedBuffer(bytes), true);
        return bytes;
    }

    /** A document with its fields of these names only. */
    static Document only(byte[] document, Set<String> names) {
        var in = Unpooled.wrappedBuffer(document).skipBytes(Integer.BYTES);
        var found = new Document();
        for (var type = in.readByte(); type != 0; type = in.readByte()) {
            var name = BsonDecoder.decodeCString(in);
            if (names.contains(name)) {
                found.put(name, BsonDecoder.decodeValue(type, in));
            } else {
                skip(type, in, false);
            }
        }
        return found;
    }

    /** A document without its fields of these names. */
    static byte[] without(byte[] document, Set<String> names) {
        var in = Unpooled.wrappedBuffer(document).skipBytes(Integer.BYTES);
        var out = Unpooled.buffer(document.length).writeIntLE(0);
        var start = in.readerIndex();
        for (var type = in.readByte(); type != 0; type = in.readByte()) {
            var name = BsonDecoder.decodeCString(in);
            skip(type, in, false);
            if (!names.contains(name)) {
                out.writeBytes(document, start, in.readerIndex() - start);
            }
            start = in.readerIndex();
        }
        out.writeByte(0).setIntLE(0, out.writerIndex());
        var bytes = new byte[out.readableBytes()];
        out.readBytes(bytes);
        return bytes;
    }

    /** Steps over a value; deep inside only where it is not known to be well formed. */
    private static void skip(byte type, ByteBuf in, boolean deep) {
        switch (type) {
            case BsonConstants.TYPE_NULL,
                    BsonConstants.TYPE_UNDEFINED,
                    BsonConstants.TYPE_MIN_KEY,
                    BsonConstants.TYPE_MAX_KEY -> {}
            case BsonConstants.TYPE_BOOLEAN -> in.skipBytes(1);
            case BsonConstants.TYPE_INT32 -> in.skipBytes(Integer.BYTES);
            case BsonConstants.TYPE_DOUBLE,
                    BsonConstants.TYPE_UTC_DATETIME,
                    BsonConstants.TYPE_TIMESTAMP,
                    BsonConstants.TYPE_INT64 ->
                    in.skipBytes(Long.BYTES);
            case BsonConstants.TYPE_OBJECT_ID -> in.skipBytes(BsonConstants.LENGTH_OBJECTID);
            case BsonConstants.TYPE_DECIMAL128 -> in.skipBytes(2 * Long.BYTES);
            case BsonConstants.TYPE_UTF8_STRING, BsonConstants.TYPE_JAVASCRIPT_CODE ->
                    in.skipBytes(in.readIntLE());
            case BsonConstants.TYPE_EMBEDDED_DOCUMENT, BsonConstants.TYPE_ARRAY ->
                    skipDocument(in, deep);
            default -> BsonDecoder.decodeValue(type, in);
        }
    }

    private static void skipDocument(ByteBuf in, boolean deep) {
        var start = in.readerIndex();
        var length = in.readIntLE();
        if (!deep) {
            in.skipBytes(length - Integer.BYTES);
            return;
        }
        for (var type = in.readByte(); type != 0; type = in.readByte()) {
            in.skipBytes(in.bytesBefore(BsonConstants.STRING_TERMINATION) + 1);
            skip(type, in, true);
        }
        if (in.readerIndex() - start != length) {
            throw new IllegalArgumentException("a document of " + length + " bytes ends elsewhere");
        }
    }
}
