package io.samling.eventstore.config;

import com.mongodb.client.MongoDatabase;
import io.samling.eventstore.LogIdentity;
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
import java.util.List;
import java.util.function.Function;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;

/**
 * Does one thing with a service's log instead of serving: {@code export}, {@code import} or {@code
 * verify}, as {@code --samling.log-command=export --samling.log-file=member.ndjson}.
 */
final class LogCommand {

    /** The log is whole, but no figures were compared with it. */
    private static final int NOT_COMPARED = 3;

    private final LogIdentity log;
    private final MongoDatabase database;
    private final SnapshotStore snapshots;
    private final Function<StoredEvent, List<? extends EventMessage<?>>> reading;
    private final @Nullable Recount recount;
    private final String compareWith;
    private final Clock clock;
    private final PrintStream out;

    /**
     * Commands on a log.
     *
     * @param reading reads an event as everybody does
     * @param recount counts it for figures; null where it has none
     * @param compareWith where figures are answered; empty for nowhere
     */
    LogCommand(
            LogIdentity log,
            MongoDatabase database,
            SnapshotStore snapshots,
            Function<StoredEvent, List<? extends EventMessage<?>>> reading,
            @Nullable Recount recount,
            String compareWith,
            Clock clock,
            PrintStream out) {
        this.log = log;
        this.database = database;
        this.snapshots = snapshots;
        this.reading = reading;
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

    private int verified(@Nullable FigureComparison figures) {
        LogImport.requireWhole(database);
        var progress = new Progress("Verifying", out);
        var report =
                new LogVerification(event -> whyUnreadable(event, figures)).of(database, progress);
        var compared = figures != null && compared(figures);
        var findings = new ArrayList<>(report.findings());
        if (figures != null) {
            findings.addAll(figures.differences());
        }
        findings.forEach(out::println);
        var counted =
                "%s: %d commits, %d events, "
                        .formatted(log.service(), report.commits(), report.events());
        if (!findings.isEmpty()) {
            return told(1, counted + "see above");
        }
        return compared
                ? told(0, counted + "all is well")
                : told(NOT_COMPARED, counted + "the log is whole, but no figures were compared");
    }

    /** Whether figures were compared, all that there are and at least one. */
    private boolean compared(FigureComparison figures) {
        try {
            figures.compare();
            return figures.compared() > 0;
        } catch (IOException unanswered) {
            out.println("The figures are not compared to the end: " + reasonOf(unanswered));
            return false;
        } finally {
            out.println(figures.summary());
        }
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
            out.println(
                    "%s cannot be asked for figures: %s"
                            .formatted(compareWith, reasonOf(nobodyThere)));
            return null;
        }
    }

    private @Nullable String whyUnreadable(StoredEvent event, @Nullable FigureComparison figures) {
        for (var message : reading.apply(event)) {
            var unreadable = UnreadableEvent.in(message);
            if (unreadable != null) {
                return unreadable.reason();
            }
            if (figures != null) {
                figures.add(event.position(), message.getPayload());
            }
        }
        return null;
    }

    private static String reasonOf(IOException unanswered) {
        var message = unanswered.getMessage();
        return message == null ? unanswered.getClass().getSimpleName() : message;
    }

    private int told(int code, String sentence) {
        out.println(sentence);
        return code;
    }
}
