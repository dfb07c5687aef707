package io.samling.localstack.mongodb;

import de.bwaldvogel.mongo.wire.MongoWireProtocolHandler;
import de.bwaldvogel.mongo.wire.OpCode;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.message.ClientRequest;
import de.bwaldvogel.mongo.wire.message.MessageHeader;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Reads messages, and leaves the documents of an {@code insert} as the bytes that they are: they
 * are stored as they came. Everything else is read by the library.
 */
final class MessageDecoder extends MongoWireProtocolHandler {

    /** A message's length, its two numbers, what it is, its flags, and the kind of what follows. */
    private static final int BODY = 5 * Integer.BYTES + 1;

    private static final byte[] INSERT = "insert\0".getBytes(StandardCharsets.US_ASCII);

    @Override
    protected @Nullable ClientRequest decode(ChannelHandlerContext client, ByteBuf in)
            throws Exception {
        var start = in.readerIndex();
        if (!isInsert(in, start)) {
            return super.decode(client, in);
        }
        var length = in.getIntLE(start);
        var message = in.slice(start, length).skipBytes(BODY);
        var command = BsonDecoder.decodeBson(message);
        if (command.containsKey("documents")
                || !message.isReadable()
                || message.readByte() != MongoMessage.SECTION_KIND_DOCUMENT_SEQUENCE
                || message.readableBytes() != message.readIntLE()
                || !BsonDecoder.decodeCString(message).equals("documents")) {
            return super.decode(client, in);
        }
        var documents = new ArrayList<byte[]>();
        while (message.isReadable()) {
            documents.add(RawBson.read(message));
        }
        in.skipBytes(length);
        var header = new MessageHeader(length, in.getIntLE(start + 4), in.getIntLE(start + 8));
        return new MongoMessage(client.channel(), header, command.append("documents", documents));
    }

    /** Whether there is a whole message without flags that begins with an insert. */
    private static boolean isInsert(ByteBuf in, int start) {
        var name = BODY + Integer.BYTES + 1;
        if (in.readableBytes() < name + INSERT.length
                || in.readableBytes() < in.getIntLE(start)
                || in.getIntLE(start + 12) != OpCode.OP_MSG.getId()
                || in.getIntLE(start + 16) != 0
                || in.getByte(start + BODY - 1) != MongoMessage.SECTION_KIND_BODY) {
            return false;
        }
        for (int i = 0; i < INSERT.length; i++) {
            if (in.getByte(start + name + i) != INSERT[i]) {
                return false;
            }
        }
        return true;
    }
}
