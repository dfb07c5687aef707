package io.samling.eventstore.log;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.InsertManyOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import org.bson.BsonDocument;
import org.bson.BsonInvalidOperationException;
import org.bson.json.JsonParseException;
import org.jspecify.annotations.Nullable;

/**
 * Restores an exported log into an empty one. The file is read and checked to its end before
 * anything is written; each commit must come out with the hash that it had.
 */
public final class LogImport {

    private static final int BATCH = 200;

    private final String service;
    private final MongoDatabase database;

    /** An import into a service's log. */
    public LogImport(String service, MongoDatabase database) {
        this.service = service;
        this.database = database;
    }

    /** A file that is not, or no longer, an exported log of this service, or does not fit here. */
    public static final class Refused extends RuntimeException {

        Refused(String sentence) {
            super(sentence, null, false, false);
        }
    }

    /**
     * Restores the log, gives it a new id, and returns how many events it has.
     *
     * @throws Refused where nothing was written
     */
    public long from(Path file) throws IOException {
        var log = LogCollection.in(database);
        if (log.find().limit(1).first() != null) {
            throw new Refused("The log of " + service + " is not empty; import needs an empty one");
        }
        var events = read(file, _ -> {});
        LogCollection.createIndexes(log);
        var batch = new ArrayList<BsonDocument>();
        var inOrder = new InsertManyOptions().ordered(true);
        read(
                file,
                commit -> {
                    batch.add(commit);
                    if (batch.size() == BATCH) {
                        log.insertMany(batch, inOrder);
                        batch.clear();
                    }
                });
        if (!batch.isEmpty()) {
            log.insertMany(batch, inOrder);
        }
        LogIdentities.renew(database);
        return events;
    }

    private long read(Path file, Consumer<BsonDocument> commits) throws IOException {
        var reading = new Reading(commits);
        try (var reader = Files.newBufferedReader(file)) {
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                reading.next(line);
            }
        } catch (JsonParseException | BsonInvalidOperationException e) {
            throw new Refused("Line " + reading.lines + " of " + file + " is garbled");
        }
        if (!reading.ended) {
            throw new Refused("The file " + file + " was cut: its end is missing");
        }
        return reading.events;
    }

    /** One walk through the file. */
    private final class Reading {

        private final Consumer<BsonDocument> commits;
        private final java.security.MessageDigest digest = OnceKey.sha256();
        private final List<NewEvent> open = new ArrayList<>();
        private @Nullable BsonDocument openCommit;
        private CommitHead previous = CommitHead.GENESIS;
        private long events;
        private long lines;
        private boolean ended;

        Reading(Consumer<BsonDocument> commits) {
            this.commits = commits;
        }

        void next(String text) {
            lines++;
            var line = BsonDocument.parse(text);
            if (ended) {
                throw new Refused("There is more after the end of the log, in line " + lines);
            }
            if (lines == 1) {
                header(line);
            } else if (line.containsKey("sha256")) {
                end(line);
            } else {
                event(line);
            }
            digest.update((text + "\n").getBytes(StandardCharsets.UTF_8));
        }

        private void header(BsonDocument line) {
            if (!line.containsKey("samling")
                    || line.getNumber("version").intValue() != ExportLine.VERSION) {
                throw new Refused("The file is not a log exported by Samling, or by a later one");
            }
            var of = line.getString("service").getValue();
            if (!of.equals(service)) {
                throw new Refused("The file is the log of " + of + ", not of " + service);
            }
        }

        private void event(BsonDocument line) {
            if (line.getNumber("position").longValue() != events) {
                throw new Refused("The event at position " + events + " is missing");
            }
            if (line.containsKey("commit")) {
                requireNothingOpen();
                openCommit = line.getDocument("commit");
            }
            open.add(ExportLine.event(line));
            events++;
            var commit = openCommit;
            if (commit == null) {
                throw new Refused("The event at " + (events - 1) + " belongs to no commit");
            }
            if (open.size() == commit.getNumber("n").intValue()) {
                close(commit);
            }
        }

        private void close(BsonDocument part) {
            var document = CommitDocument.after(previous, ExportLine.commit(part, open), 0);
            var head = CommitDocument.head(document);
            if (!head.hash().equals(part.getString("hash").getValue())) {
                throw new Refused("The commit at " + head.position() + " is not what was exported");
            }
            commits.accept(document);
            previous = head;
            open.clear();
            openCommit = null;
        }

        private void requireNothingOpen() {
            if (!open.isEmpty()) {
                throw new Refused("The commit before position " + events + " lacks events");
            }
        }

        private void end(BsonDocument line) {
            requireNothingOpen();
            var hash = HexFormat.of().formatHex(digest.digest());
            if (line.getNumber("events").longValue() != events
                    || !line.getString("sha256").getValue().equals(hash)) {
                throw new Refused("The file is not what was exported: its checksum differs");
            }
            ended = true;
        }
    }
}
