package io.samling.eventstore.log;

import io.samling.eventstore.log.LogImport.Refused;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;

/** One walk through the file of an exported log, which makes its commits again and checks all. */
final class ExportedLog {

    private final String service;
    private final MessageDigest digest = OnceKey.sha256();
    private final List<NewEvent> open = new ArrayList<>();
    private @Nullable BsonDocument openCommit;
    private CommitHead previous = CommitHead.GENESIS;
    private long events;
    private long lines;
    private boolean ended;

    private ExportedLog(String service) {
        this.service = service;
    }

    /**
     * Reads a file to its end.
     *
     * @param commits takes each commit, as it is to lie in the database
     * @return how many events are in it
     * @throws Refused where the file is not what was exported of this service
     */
    static long read(String service, Path file, Consumer<BsonDocument> commits) throws IOException {
        var reading = new ExportedLog(service);
        try (var reader = Files.newBufferedReader(file)) {
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                var commit = reading.nextOf(line, file);
                if (commit != null) {
                    commits.accept(commit);
                }
            }
        } catch (CharacterCodingException notText) {
            throw garbled(reading.lines + 1, file);
        }
        if (!reading.ended) {
            throw new Refused("The file " + file + " was cut: its end is missing");
        }
        return reading.events;
    }

    private @Nullable BsonDocument nextOf(String line, Path file) {
        lines++;
        try {
            return next(line);
        } catch (Refused refused) {
            throw refused;
        } catch (RuntimeException unreadable) {
            // whatever a parser may say of what is not ours
            throw garbled(lines, file);
        }
    }

    private static Refused garbled(long line, Path file) {
        return new Refused("Line " + line + " of " + file + " is garbled");
    }

    /** Takes a line; the commit that it completes, if it does. */
    private @Nullable BsonDocument next(String text) {
        var line = BsonDocument.parse(text);
        if (ended) {
            throw new Refused("There is more after the end of the log, in line " + lines);
        }
        BsonDocument commit = null;
        if (lines == 1) {
            header(line);
        } else if (line.containsKey("sha256")) {
            end(text);
        } else {
            commit = event(line);
        }
        digest.update((text + "\n").getBytes(StandardCharsets.UTF_8));
        return commit;
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

    private @Nullable BsonDocument event(BsonDocument line) {
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
        return open.size() == commit.getNumber("n").intValue() ? closed(commit) : null;
    }

    private BsonDocument closed(BsonDocument part) {
        var document = CommitDocument.after(previous, ExportLine.commit(part, open), 0);
        var head = CommitDocument.head(document);
        if (!head.hash().equals(part.getString("hash").getValue())) {
            throw new Refused("The commit at " + head.position() + " is not what was exported");
        }
        previous = head;
        open.clear();
        openCommit = null;
        return document;
    }

    private void requireNothingOpen() {
        if (!open.isEmpty()) {
            throw new Refused("The commit before position " + events + " lacks events");
        }
    }

    private void end(String text) {
        requireNothingOpen();
        var hash = HexFormat.of().formatHex(digest.digest());
        if (!text.equals(ExportLine.end(events, hash))) {
            throw new Refused("The file is not what was exported: its checksum differs");
        }
        ended = true;
    }
}
