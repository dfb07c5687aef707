package io.samling.eventstore.config;

import com.mongodb.client.MongoDatabase;
import io.samling.eventstore.LogIdentity;
import io.samling.eventstore.NamedEventSerializer;
import io.samling.eventstore.Recount;
import io.samling.eventstore.UnreadableEvent;
import io.samling.eventstore.axon.SnapshotStore;
import io.samling.eventstore.log.LogBroken;
import io.samling.eventstore.log.LogExport;
import io.samling.eventstore.log.LogImport;
import io.samling.eventstore.log.LogVerification;
import io.samling.eventstore.log.StoredEvent;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;

/**
 * Does one thing with a service's log instead of serving: {@code export}, {@code import} or {@code
 * verify}, as {@code --samling.log-command=export --samling.log-file=member.ndjson}.
 */
final class LogCommand {

    private final LogIdentity log;
    private final MongoDatabase database;
    private final SnapshotStore snapshots;
    private final NamedEventSerializer serializer;
    private final @Nullable Recount recount;
    private final String compareWith;
    private final Clock clock;
    private final PrintStream out;

    /**
     * Commands on a log.
     *
     * @param recount counts it for figures; null where it has none
     * @param compareWith where figures are answered; empty for nowhere
     */
    LogCommand(
            LogIdentity log,
            MongoDatabase database,
            SnapshotStore snapshots,
            NamedEventSerializer serializer,
            @Nullable Recount recount,
            String compareWith,
            Clock clock,
            PrintStream out) {
        this.log = log;
        this.database = database;
        this.snapshots = snapshots;
        this.serializer = serializer;
        this.recount = recount;
        this.compareWith = compareWith;
        this.clock = clock;
        this.out = out;
    }

    /** Returns what the process is to end with: 0 where all is well. */
    int run(String command, Path file) {
        try {
            return switch (command) {
                case "export" -> exported(file);
                case "import" -> imported(file);
                case "verify" -> verified(comparison());
                default -> told(2, "samling.log-command is export, import or verify");
            };
        } catch (LogImport.Refused | LogBroken e) {
            return told(1, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return told(1, "The file " + file + " cannot be used: " + e);
        }
    }

    private int exported(Path file) throws IOException {
        LogImport.requireWhole(database);
        var service = log.service();
        var progress = new Progress("Exporting", out);
        var events = new LogExport(service, database, clock, progress).to(file);
        return told(0, "%d events of %s are in %s".formatted(events, service, file));
    }

    private int imported(Path file) throws IOException {
        var service = log.service();
        if (LogInUse.by(database)) {
            throw new LogImport.Refused(
                    ("%s-service runs on this log, or was killed less than ten seconds ago;"
                                    + " import needs the log to itself")
                            .formatted(service));
        }
        var progress = new Progress("Importing", out);
        var events = new LogImport(service, database, progress).from(file);
        snapshots.forgetAll();
        return told(
                0,
                ("%d events of %s are restored; the log has a new id: start the service, and then"
                                + " ./samling rebuild --service %s")
                        .formatted(events, service, service));
    }

    private int verified(@Nullable FigureComparison figures) throws IOException {
        LogImport.requireWhole(database);
        var progress = new Progress("Verifying", out);
        var report =
                new LogVerification(event -> whyUnreadable(event, figures)).of(database, progress);
        var findings = new ArrayList<>(report.findings());
        if (figures != null) {
            findings.addAll(figures.differences());
            out.println(figures.summary());
        }
        findings.forEach(out::println);
        return told(
                findings.isEmpty() ? 0 : 1,
                "%s: %d commits, %d events, %s"
                        .formatted(
                                log.service(),
                                report.commits(),
                                report.events(),
                                findings.isEmpty() ? "all is well" : "see above"));
    }

    /** Null where there is nothing to compare with, which is said. */
    private @Nullable FigureComparison comparison() {
        if (recount == null || compareWith.isEmpty()) {
            out.println("reporting-service is not asked, so no figures are compared");
            return null;
        }
        try {
            return FigureComparison.with(URI.create(compareWith), log, recount);
        } catch (IOException nobodyThere) {
            out.println("No figures are compared with " + compareWith + ": " + nobodyThere);
            return null;
        }
    }

    // Axon takes a revision of null for none, without saying so
    @SuppressWarnings("NullAway")
    private @Nullable String whyUnreadable(StoredEvent event, @Nullable FigureComparison figures) {
        Object read =
                serializer.deserialize(
                        new SimpleSerializedObject<>(
                                event.payload(), String.class, event.name(), event.revision()));
        if (read instanceof UnreadableEvent unreadable) {
            return unreadable.reason();
        }
        if (figures != null) {
            figures.add(event.position(), read);
        }
        return null;
    }

    private int told(int code, String sentence) {
        out.println(sentence);
        return code;
    }
}
