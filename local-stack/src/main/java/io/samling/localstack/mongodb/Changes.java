package io.samling.localstack.mongodb;

import de.bwaldvogel.mongo.bson.Document;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a command changed, in the form in which it is journalled: whole documents and ids, so that
 * taking it in twice does no harm. A format for keeps: kinds are added, never changed.
 */
final class Changes {

    private final ByteBuf bytes = Unpooled.buffer(512);

    Changes put(String namespace, byte[] document) {
        return add(Kind.PUT, namespace, document);
    }

    /** Many documents of one collection, whose name is written once. */
    Changes putAll(String namespace, List<byte[]> documents) {
        var all = Unpooled.buffer(512).writeIntLE(0);
        documents.forEach(all::writeBytes);
        all.setIntLE(0, all.readableBytes());
        return add(Kind.PUT_ALL, namespace, ByteBufUtil.getBytes(all));
    }

    Changes delete(String namespace, @Nullable Object id) {
        return add(Kind.DELETE, namespace, Bson.encode(new Document("_id", id)));
    }

    Changes createCollection(String namespace) {
        return add(Kind.CREATE_COLLECTION, namespace, Bson.encode(new Document()));
    }

    Changes dropCollection(String namespace) {
        return add(Kind.DROP_COLLECTION, namespace, Bson.encode(new Document()));
    }

    Changes createIndex(String namespace, IndexSpec spec) {
        return add(Kind.CREATE_INDEX, namespace, Bson.encode(spec.describe()));
    }

    Changes dropIndex(String namespace, String name) {
        return add(Kind.DROP_INDEX, namespace, Bson.encode(new Document("name", name)));
    }

    boolean isEmpty() {
        return !bytes.isReadable();
    }

    int size() {
        return bytes.readableBytes();
    }

    byte[] toBytes() {
        var copy = new byte[bytes.readableBytes()];
        bytes.getBytes(0, copy);
        return copy;
    }

    /** How many bytes a change takes beside the document. */
    static int headOf(String namespace) {
        return 1 + Short.BYTES + namespace.getBytes(StandardCharsets.UTF_8).length;
    }

    private Changes add(Kind kind, String namespace, byte[] document) {
        var name = namespace.getBytes(StandardCharsets.UTF_8);
        bytes.writeByte(kind.code).writeShort(name.length).writeBytes(name).writeBytes(document);
        return this;
    }

    /** Gives what has been journalled to the collections. */
    static void replay(byte[] journalled, Collections collections) {
        var bytes = Unpooled.wrappedBuffer(journalled);
        while (bytes.isReadable()) {
            var kind = Kind.of(bytes.readByte());
            var name = new byte[bytes.readUnsignedShort()];
            bytes.readBytes(name);
            var namespace = new String(name, StandardCharsets.UTF_8);
            replay(kind, namespace, document(bytes), collections);
        }
    }

    /** Documents, as all that is journalled, begin with their own length. */
    private static byte[] document(ByteBuf bytes) {
        var document = new byte[bytes.getIntLE(bytes.readerIndex())];
        bytes.readBytes(document);
        return document;
    }

    private static void replay(
            Kind kind, String namespace, byte[] document, Collections collections) {
        switch (kind) {
            case PUT -> collections.loadable(namespace).load(document);
            case PUT_ALL -> {
                var all = Unpooled.wrappedBuffer(document).skipBytes(Integer.BYTES);
                while (all.isReadable()) {
                    collections.loadable(namespace).load(document(all));
                }
            }
            case DELETE -> collections.loadable(namespace).unload(Bson.id(document));
            case CREATE_COLLECTION -> collections.loadable(namespace);
            case DROP_COLLECTION -> collections.remove(namespace);
            case CREATE_INDEX -> {
                var spec = IndexSpec.parse(Bson.decode(document));
                collections.loadable(namespace).loadIndex(spec);
            }
            case DROP_INDEX -> {
                var name = String.valueOf(Bson.decode(document).get("name"));
                collections.loadable(namespace).dropIndex(name);
            }
        }
    }

    private enum Kind {
        PUT(1),
        DELETE(2),
        CREATE_COLLECTION(3),
        DROP_COLLECTION(4),
        CREATE_INDEX(5),
        DROP_INDEX(6),
        PUT_ALL(7);

        private final int code;

        Kind(int code) {
            this.code = code;
        }

        static Kind of(int code) {
            for (var kind : values()) {
                if (kind.code == code) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("a change of unknown kind " + code);
        }
    }
}
