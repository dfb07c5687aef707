package io.samling.eventstore.log;

import static io.samling.eventstore.log.BsonBytes.field;

import java.util.HexFormat;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;

/**
 * What a commit's document holds wherever in the log it will lie. The caller makes it, so that the
 * one writer has only its place, its times and its hash to add.
 */
final class CommitBody {

    private static final byte[] POSITION = field(BsonBytes.INT64, CommitDocument.POSITION);
    private static final byte[] COUNT = field(BsonBytes.INT32, CommitDocument.COUNT);
    private static final byte[] ID = field(BsonBytes.TEXT, CommitDocument.ID);
    private static final byte[] PREVIOUS = field(BsonBytes.DOCUMENT, CommitDocument.PREVIOUS);
    private static final byte[] HASH = field(BsonBytes.BINARY, CommitDocument.HASH);
    private static final byte[] KEY = field(BsonBytes.TEXT, CommitDocument.KEY);
    private static final byte[] REQUEST = field(BsonBytes.TEXT, CommitDocument.REQUEST);
    private static final byte[] AT = field(BsonBytes.DATE, CommitDocument.AT);
    private static final byte[] STREAMS = field(BsonBytes.ARRAY, CommitDocument.STREAMS);
    private static final byte[] FIRST = field(BsonBytes.INT64, CommitDocument.FIRST);
    private static final byte[] EVENTS = field(BsonBytes.ARRAY, CommitDocument.EVENTS);
    private static final byte[] STREAM = field(BsonBytes.TEXT, CommitDocument.STREAM);
    private static final byte[] SEQUENCE = field(BsonBytes.INT64, CommitDocument.SEQUENCE);
    private static final byte[] KIND = field(BsonBytes.TEXT, CommitDocument.KIND);
    private static final byte[] NAME = field(BsonBytes.TEXT, CommitDocument.NAME);
    private static final byte[] REVISION = field(BsonBytes.TEXT, CommitDocument.REVISION);
    private static final byte[] DATA = field(BsonBytes.TEXT, CommitDocument.DATA);
    private static final byte[] META = field(BsonBytes.TEXT, CommitDocument.META);
    private static final byte[] CLAIMS = field(BsonBytes.ARRAY, CommitDocument.CLAIMS);

    /** About what the place, the times and the hash take. */
    private static final int REST = 512;

    private final NewCommit commit;
    private final BsonBytes bytes;

    /** Where the time of each event ends. */
    private final int[] times;

    CommitBody(NewCommit commit) {
        this.commit = commit;
        this.bytes = new BsonBytes(commit.roughSize());
        this.times = new int[commit.events().size()];
        writeStreams();
        writeEvents();
    }

    private void writeStreams() {
        var streams = bytes.begin(STREAMS);
        for (var index = 0; index < commit.streams().size(); index++) {
            var part = commit.streams().get(index);
            var element = bytes.begin(element(BsonBytes.DOCUMENT, index));
            bytes.text(ID, part.id());
            bytes.int64(FIRST, part.first());
            bytes.int32(COUNT, part.count());
            bytes.end(element);
        }
        bytes.end(streams);
    }

    private void writeEvents() {
        var events = bytes.begin(EVENTS);
        for (var index = 0; index < times.length; index++) {
            var event = commit.events().get(index);
            var element = bytes.begin(element(BsonBytes.DOCUMENT, index));
            bytes.text(ID, event.id());
            bytes.text(STREAM, event.stream());
            bytes.int64(SEQUENCE, event.sequence());
            text(bytes, KIND, event.aggregate());
            bytes.text(NAME, event.name());
            text(bytes, REVISION, event.revision());
            bytes.int64(AT, 0);
            times[index] = bytes.length();
            bytes.text(DATA, event.payload());
            bytes.text(META, event.metadata());
            bytes.end(element);
        }
        bytes.end(events);
    }

    /** A commit's document at its place, and what the next one builds on. */
    record Written(RawBsonDocument document, CommitHead head) {}

    /** The whole document at the place after another commit, with times not before a floor. */
    Written after(CommitHead before, long floor) {
        var document = new BsonBytes(bytes.length() + REST + 100 * commit.claims().size());
        var time = commit.timesFrom(floor);
        var whole = document.begin();
        document.int64(POSITION, before.next());
        document.int32(COUNT, times.length);
        document.text(ID, commit.id());
        writePrevious(document, before);
        var once = commit.once();
        if (once != null) {
            document.text(KEY, once.key());
            document.text(REQUEST, once.request());
        }
        var last = time[time.length - 1];
        document.int64(AT, last);
        writeBody(document, time);
        document.end(whole);
        var digest = OnceKey.sha256();
        digest.update(document.raw(), 0, document.length());
        document.open();
        var hash = digest.digest();
        document.binary(HASH, hash);
        writeClaims(document);
        document.end(whole);
        return new Written(
                new RawBsonDocument(document.raw(), 0, document.length()),
                new CommitHead(
                        before.next(),
                        times.length,
                        commit.id(),
                        HexFormat.of().formatHex(hash),
                        last,
                        once == null ? null : once.request(),
                        commit.streams()));
    }

    private static void writePrevious(BsonBytes document, CommitHead before) {
        var previous = document.begin(PREVIOUS);
        document.text(ID, before.id());
        document.binary(HASH, HexFormat.of().parseHex(before.hash()));
        document.end(previous);
    }

    private void writeBody(BsonBytes document, long[] time) {
        var body = document.length();
        document.append(bytes.raw(), 0, bytes.length());
        for (var index = 0; index < time.length; index++) {
            document.replaceInt64(body + times[index], time[index]);
        }
    }

    private void writeClaims(BsonBytes document) {
        if (commit.claims().isEmpty()) {
            return;
        }
        var claims = document.begin(CLAIMS);
        for (var index = 0; index < commit.claims().size(); index++) {
            document.text(element(BsonBytes.TEXT, index), commit.claims().get(index));
        }
        document.end(claims);
    }

    private static byte[] element(int kind, int index) {
        return field(kind, Integer.toString(index));
    }

    private static void text(BsonBytes bytes, byte[] field, @Nullable String value) {
        if (value != null) {
            bytes.text(field, value);
        }
    }
}
