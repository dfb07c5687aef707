package io.samling.eventstore.log;

import com.mongodb.client.MongoDatabase;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.HexFormat;
import java.util.function.LongConsumer;

/** Writes a whole log to a file, one event a line. */
public final class LogExport {

    private final String service;
    private final MongoDatabase database;
    private final Clock clock;
    private final LongConsumer progress;

    /**
     * An export of a service's log.
     *
     * @param progress is told how many events are written
     */
    public LogExport(String service, MongoDatabase database, Clock clock, LongConsumer progress) {
        this.progress = progress;
        this.service = service;
        this.database = database;
        this.clock = clock;
    }

    /**
     * Writes the file whole or not at all, and returns how many events are in it.
     *
     * @throws LogBroken where the log has a gap, or a commit is not what was written: an export of
     *     it could not be restored
     */
    public long to(Path file) throws IOException {
        var aside = file.resolveSibling(file.getFileName() + ".part");
        try {
            var events = write(aside);
            Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
            return events;
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    private long write(Path file) throws IOException {
        var digest = OnceKey.sha256();
        var events = 0L;
        var previous = CommitHead.GENESIS;
        try (var writer = Files.newBufferedWriter(file)) {
            var logId = LogIdentities.ofLogIn(database);
            write(ExportLine.header(service, logId, clock.instant()), writer, digest);
            for (var document : new LogReader(LogCollection.in(database)).everything()) {
                CommitDocument.requireIntact(document);
                var commit = CommitDocument.commit(document);
                LogReader.requireSuccessor(previous, commit);
                previous = commit.head();
                for (var line : ExportLine.of(document)) {
                    write(line, writer, digest);
                    events++;
                }
                progress.accept(events);
            }
            writer.write(ExportLine.end(events, HexFormat.of().formatHex(digest.digest())));
            writer.newLine();
        }
        return events;
    }

    private static void write(String line, BufferedWriter writer, MessageDigest digest)
            throws IOException {
        writer.write(line);
        writer.write('\n');
        digest.update((line + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
