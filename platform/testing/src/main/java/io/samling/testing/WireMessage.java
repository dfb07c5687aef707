package io.samling.testing;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import org.bson.BsonArray;
import org.bson.BsonBinaryWriter;
import org.bson.BsonDocument;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;

/** Reads the command out of a message of MongoDB's wire protocol. */
final class WireMessage {

    static final int HEAD = 16;

    private static final int OP_QUERY = 2004;
    private static final int OP_MSG = 2013;
    private static final int CHECKSUM_PRESENT = 1;

    private final ByteBuffer bytes;

    private WireMessage(byte[] message) {
        this.bytes = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * The command as one document; nothing for the greeting in its old form, which is all right.
     */
    static Optional<byte[]> command(byte[] message) {
        var read = new WireMessage(message);
        var kind = read.bytes.getInt(HEAD - Integer.BYTES);
        return switch (kind) {
            case OP_QUERY -> Optional.empty();
            case OP_MSG -> Optional.of(encoded(read.sections()));
            default -> throw new IllegalArgumentException("a message of kind " + kind);
        };
    }

    /** A body, and beside it what a driver sends many of: documents, updates, deletes. */
    private BsonDocument sections() {
        bytes.position(HEAD);
        var checksum = (bytes.getInt() & CHECKSUM_PRESENT) != 0 ? Integer.BYTES : 0;
        var command = new BsonDocument();
        while (bytes.remaining() > checksum) {
            if (bytes.get() == 0) {
                document().forEach(command::put);
            } else {
                var end = bytes.position() + bytes.getInt();
                command.put(name(), documents(end));
            }
        }
        return command;
    }

    private String name() {
        var name = new StringBuilder();
        for (var letter = bytes.get(); letter != 0; letter = bytes.get()) {
            name.append((char) letter);
        }
        return name.toString();
    }

    private BsonArray documents(int end) {
        var documents = new BsonArray();
        while (bytes.position() < end) {
            documents.add(document());
        }
        return documents;
    }

    private RawBsonDocument document() {
        var length = bytes.getInt(bytes.position());
        var document = new byte[length];
        bytes.get(document);
        return new RawBsonDocument(document);
    }

    private static byte[] encoded(BsonDocument command) {
        try (var buffer = new BasicOutputBuffer();
                var writer = new BsonBinaryWriter(buffer)) {
            new BsonDocumentCodec().encode(writer, command, EncoderContext.builder().build());
            return Arrays.copyOf(buffer.toByteArray(), buffer.getPosition());
        }
    }
}
