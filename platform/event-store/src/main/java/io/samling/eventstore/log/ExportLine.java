package io.samling.eventstore.log;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;
import org.jspecify.annotations.Nullable;

/**
 * The lines of an exported log: a header, a line for each event, and an end that says how many
 * there were and what all lines before it hash to. The first event of a commit carries what the
 * commit itself says.
 */
final class ExportLine {

    static final int VERSION = 1;
    private static final JsonWriterSettings ON_ONE_LINE =
            JsonWriterSettings.builder().outputMode(JsonMode.RELAXED).build();

    private ExportLine() {}

    static String header(String service, String logId, Instant now) {
        return json(
                new BsonDocument("samling", new BsonString("log"))
                        .append("version", new BsonInt32(VERSION))
                        .append("service", new BsonString(service))
                        .append("logId", new BsonString(logId))
                        .append("exportedAt", new BsonString(now.toString())));
    }

    static String end(long events, String hash) {
        return json(
                new BsonDocument("events", new BsonInt64(events))
                        .append("sha256", new BsonString(hash)));
    }

    /** The lines of one commit, as it lies in the database. */
    static List<String> of(BsonDocument document) {
        var commit = CommitDocument.commit(document);
        var lines = new ArrayList<String>();
        for (var event : commit.events()) {
            var line = new BsonDocument("position", new BsonInt64(event.position()));
            if (lines.isEmpty()) {
                line.append("commit", commitPart(document, commit.head()));
            }
            lines.add(json(line.append("event", eventPart(event))));
        }
        return lines;
    }

    private static BsonDocument commitPart(BsonDocument document, CommitHead head) {
        var part = new BsonDocument("id", new BsonString(head.id()));
        part.append("n", new BsonInt32(head.count()));
        for (var field : List.of(CommitDocument.KEY, "request", CommitDocument.CLAIMS)) {
            if (document.containsKey(field)) {
                part.append(field, document.get(field));
            }
        }
        return part.append("hash", new BsonString(head.hash()));
    }

    private static BsonDocument eventPart(StoredEvent event) {
        var part = new BsonDocument("id", new BsonString(event.id()));
        part.append("stream", new BsonString(event.stream()));
        part.append("seq", new BsonInt64(event.sequence()));
        if (event.aggregate() != null) {
            part.append("kind", new BsonString(event.aggregate()));
        }
        part.append("name", new BsonString(event.name()));
        if (event.revision() != null) {
            part.append("rev", new BsonString(event.revision()));
        }
        part.append("at", new BsonString(Instant.ofEpochMilli(event.at()).toString()));
        part.append("data", new BsonString(event.payload()));
        return part.append("meta", new BsonString(event.metadata()));
    }

    /** Reads an event back, to be stored where it was. */
    static NewEvent event(BsonDocument line) {
        var part = line.getDocument("event");
        return new NewEvent(
                part.getString("id").getValue(),
                part.getString("stream").getValue(),
                part.getNumber("seq").longValue(),
                text(part, "kind"),
                part.getString("name").getValue(),
                text(part, "rev"),
                Instant.parse(part.getString("at").getValue()),
                null,
                part.getString("data").getValue(),
                part.getString("meta").getValue());
    }

    /** Reads a commit back from the part of its first line and its events. */
    static NewCommit commit(BsonDocument part, List<NewEvent> events) {
        var key = text(part, CommitDocument.KEY);
        var request = text(part, "request");
        var once = key == null || request == null ? null : new OnceKey(key, request);
        var claims = new ArrayList<String>();
        for (var claim : part.getArray(CommitDocument.CLAIMS, new BsonArray())) {
            claims.add(claim.asString().getValue());
        }
        return NewCommit.of(events, claims, once).withId(part.getString("id").getValue());
    }

    private static @Nullable String text(BsonDocument document, String field) {
        var value = document.get(field);
        return value == null ? null : value.asString().getValue();
    }

    private static String json(BsonDocument line) {
        return line.toJson(ON_ONE_LINE);
    }
}
