package io.samling.localstack.mongodb;

import de.bwaldvogel.mongo.wire.BsonConstants;
import de.bwaldvogel.mongo.wire.OpCode;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import de.bwaldvogel.mongo.wire.message.MessageHeader;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.MessageToByteEncoder;
import java.nio.charset.StandardCharsets;

/** Writes answers; the documents of a page go out as the bytes that are stored. */
final class AnswerEncoder extends MessageToByteEncoder<AnswerEncoder.Message> {

    /** An answer on its way to the client that asked. */
    record Message(MessageHeader header, Answer answer) {}

    @Override
    protected void encode(ChannelHandlerContext client, Message message, ByteBuf out) {
        var start = out.writerIndex();
        out.writeIntLE(0);
        out.writeIntLE(message.header().getRequestID());
        out.writeIntLE(message.header().getResponseTo());
        out.writeIntLE(OpCode.OP_MSG.getId());
        out.writeIntLE(0);
        out.writeByte(MongoMessage.SECTION_KIND_BODY);
        var page = message.answer().page();
        if (page == null) {
            BsonEncoder.encodeDocument(message.answer().body(), out);
        } else {
            encode(page, out);
        }
        out.setIntLE(start, out.writerIndex() - start);
    }

    private static void encode(Answer.Page page, ByteBuf out) {
        var answer = open(out);
        name(BsonConstants.TYPE_EMBEDDED_DOCUMENT, "cursor", out);
        var cursor = open(out);
        name(BsonConstants.TYPE_ARRAY, page.first() ? "firstBatch" : "nextBatch", out);
        var batch = open(out);
        for (int i = 0; i < page.documents().size(); i++) {
            name(BsonConstants.TYPE_EMBEDDED_DOCUMENT, Integer.toString(i), out);
            out.writeBytes(page.documents().get(i));
        }
        close(batch, out);
        name(BsonConstants.TYPE_INT64, "id", out);
        out.writeLongLE(page.cursor());
        name(BsonConstants.TYPE_UTF8_STRING, "ns", out);
        BsonEncoder.encodeValue(BsonConstants.TYPE_UTF8_STRING, page.namespace(), out);
        close(cursor, out);
        name(BsonConstants.TYPE_DOUBLE, "ok", out);
        out.writeLongLE(Double.doubleToRawLongBits(1.0));
        close(answer, out);
    }

    private static void name(byte type, String name, ByteBuf out) {
        out.writeByte(type);
        out.writeCharSequence(name, StandardCharsets.US_ASCII);
        out.writeByte(BsonConstants.STRING_TERMINATION);
    }

    private static int open(ByteBuf out) {
        var start = out.writerIndex();
        out.writeIntLE(0);
        return start;
    }

    private static void close(int start, ByteBuf out) {
        out.writeByte(BsonConstants.TERMINATING_BYTE);
        out.setIntLE(start, out.writerIndex() - start);
    }
}
