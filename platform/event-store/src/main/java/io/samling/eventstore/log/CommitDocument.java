package io.samling.eventstore.log;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonBinary;
import org.bson.BsonBinaryWriter;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The shape of a commit in MongoDB. It is for keeps: logs are read by it for as long as they last.
 *
 * <pre>
 * _id      int64   position of the first event; the next commit's is _id + n
 * n        int32   how many events
 * id       string  the commit's id, random
 * prev     {id: string, hash: binary}   the commit before; "genesis" and 32 zero bytes for none
 * key      string  idempotency key: SHA-256 of actor and key, hex; absent where there is none
 * request  string  hash of the request that used the key; absent with it
 * at       date    recorded time of the last event, in ms
 * streams  [{id: string, first: int64, n: int32}]   what it adds to each stream
 * events   [{id: string, stream: string, seq: int64, kind: string, name: string, rev: string,
 *            at: date, data: string, meta: string}]
 *            kind (of aggregate) and rev are absent where there are none; data and meta are JSON.
 *            An event of no aggregate has a stream of its own, named by its id.
 * hash     binary  SHA-256 of the BSON of all fields above, in this order
 * claims   [string]   what it takes or gives up; absent where there is none; outside the hash
 * </pre>
 */
public final class CommitDocument {

    static final String POSITION = "_id";
    static final String KEY = "key";
    static final String CLAIMS = "claims";
    static final String STREAMS = "streams";
    static final String ID = "id";
    static final String FIRST = "first";
    static final String AT = "at";
    static final String COUNT = "n";
    static final String PREVIOUS = "prev";
    static final String HASH = "hash";
    static final String REQUEST = "request";
    static final String EVENTS = "events";
    static final String STREAM = "stream";
    static final String SEQUENCE = "seq";
    static final String KIND = "kind";
    static final String NAME = "name";
    static final String REVISION = "rev";
    static final String DATA = "data";
    static final String META = "meta";
    private static final BsonDocumentCodec CODEC = new BsonDocumentCodec();

    private CommitDocument() {}

    /** The largest commit that is stored, in bytes. */
    public static final int LARGEST = 8 * 1024 * 1024;

    /** Puts a commit at the place after another; times never run backwards, nor before a floor. */
    static BsonDocument after(CommitHead before, NewCommit commit, long floor) {
        return new CommitBody(commit).after(before, Math.max(before.at(), floor)).document();
    }

    private static String hex(BsonBinary binary) {
        return HexFormat.of().formatHex(binary.getData());
    }

    /** What {@code hash} must be: SHA-256 over the BSON of everything but hash and claims. */
    static byte[] hashOf(BsonDocument commit) {
        var hashed = commit;
        if (commit.containsKey(HASH) || commit.containsKey(CLAIMS)) {
            hashed = new BsonDocument();
            hashed.putAll(commit);
            hashed.remove(HASH);
            hashed.remove(CLAIMS);
        }
        return OnceKey.sha256().digest(bytes(hashed));
    }

    /** Whether a commit still is what was written. */
    static boolean isIntact(BsonDocument commit) {
        return Arrays.equals(commit.getBinary(HASH).getData(), hashOf(commit));
    }

    /** Throws where a commit no longer is what was written. */
    static void requireIntact(BsonDocument commit) {
        if (!commit.isBinary(HASH) || !isIntact(commit)) {
            var position = commit.getInt64(POSITION).getValue();
            throw new LogBroken("The commit at " + position + " is not what was written");
        }
    }

    /** How many bytes it takes. */
    static int size(BsonDocument commit) {
        return bytes(commit).length;
    }

    private static byte[] bytes(BsonDocument document) {
        try (var buffer = new BasicOutputBuffer();
                var writer = new BsonBinaryWriter(buffer)) {
            CODEC.encode(writer, document, EncoderContext.builder().build());
            return buffer.toByteArray();
        }
    }

    /** Reads what the next commit builds on; the events need not be there. */
    static CommitHead head(BsonDocument commit) {
        return new CommitHead(
                commit.getInt64(POSITION).getValue(),
                commit.getInt32(COUNT).getValue(),
                commit.getString(ID).getValue(),
                hex(commit.getBinary(HASH)),
                commit.getDateTime(AT).getValue(),
                text(commit, REQUEST),
                parts(commit.getArray(STREAMS)));
    }

    /** Reads a whole commit. */
    static StoredCommit commit(BsonDocument commit) {
        var head = head(commit);
        var previous = commit.getDocument(PREVIOUS);
        var events = new ArrayList<StoredEvent>(head.count());
        for (var event : commit.getArray(EVENTS)) {
            events.add(event(head.position() + events.size(), event.asDocument()));
        }
        if (events.size() != head.count()) {
            throw new LogBroken("The commit at " + head.position() + " lacks events");
        }
        return new StoredCommit(
                head, previous.getString(ID).getValue(), hex(previous.getBinary(HASH)), events);
    }

    private static List<StreamPart> parts(BsonArray streams) {
        var parts = new ArrayList<StreamPart>(streams.size());
        for (BsonValue stream : streams) {
            var part = stream.asDocument();
            parts.add(
                    new StreamPart(
                            part.getString(ID).getValue(),
                            part.getInt64(FIRST).getValue(),
                            part.getInt32(COUNT).getValue()));
        }
        return parts;
    }

    private static StoredEvent event(long position, BsonDocument event) {
        return new StoredEvent(
                position,
                event.getString(ID).getValue(),
                event.getString(STREAM).getValue(),
                event.getInt64(SEQUENCE).getValue(),
                text(event, KIND),
                event.getString(NAME).getValue(),
                text(event, REVISION),
                event.getDateTime(AT).getValue(),
                event.getString(DATA).getValue(),
                event.getString(META).getValue());
    }

    private static @Nullable String text(BsonDocument document, String field) {
        var value = document.get(field);
        return value == null ? null : value.asString().getValue();
    }
}
