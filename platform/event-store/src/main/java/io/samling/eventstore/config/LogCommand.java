package io.samling.eventstore.config;

import com.mongodb.client.MongoDatabase;
import io.samling.eventstore.EventVocabulary;
import io.samling.eventstore.NamedEventSerializer;
import io.samling.eventstore.UnreadableEvent;
import io.samling.eventstore.log.LogBroken;
import io.samling.eventstore.log.LogExport;
import io.samling.eventstore.log.LogImport;
import io.samling.eventstore.log.LogVerification;
import io.samling.eventstore.log.StoredEvent;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;

/**
 * Does one thing with a service's log instead of serving: {@code export}, {@code import} or {@code
 * verify}, as {@code --samling.log-command=export --samling.log-file=member.ndjson}.
 */
final class LogCommand {

    private final EventVocabulary vocabulary;
    private final MongoDatabase database;
    private final NamedEventSerializer serializer;
    private final Clock clock;
    private final PrintStream out;

    LogCommand(
            EventVocabulary vocabulary,
            MongoDatabase database,
            NamedEventSerializer serializer,
            Clock clock,
            PrintStream out) {
        this.vocabulary = vocabulary;
        this.database = database;
        this.serializer = serializer;
        this.clock = clock;
        this.out = out;
    }

    /** Returns what the process is to end with: 0 where all is well. */
    int run(String command, Path file) {
        try {
            return switch (command) {
                case "export" -> exported(file);
                case "import" -> imported(file);
                case "verify" -> verified();
                default -> told(2, "samling.log-command is export, import or verify");
            };
        } catch (LogImport.Refused | LogBroken e) {
            return told(1, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return told(1, "The file " + file + " cannot be used: " + e);
        }
    }

    private int exported(Path file) throws IOException {
        var events = new LogExport(vocabulary.service(), database, clock).to(file);
        return told(0, events + " events of " + vocabulary.service() + " are in " + file);
    }

    private int imported(Path file) throws IOException {
        var events = new LogImport(vocabulary.service(), database).from(file);
        return told(
                0,
                events
                        + " events of "
                        + vocabulary.service()
                        + " are restored; the log has a new id, so its readers are to be rebuilt");
    }

    private int verified() {
        var report = new LogVerification(this::whyUnreadable).of(database);
        report.findings().forEach(out::println);
        return told(
                report.findings().isEmpty() ? 0 : 1,
                "%s: %d commits, %d events, %s"
                        .formatted(
                                vocabulary.service(),
                                report.commits(),
                                report.events(),
                                report.findings().isEmpty() ? "all is well" : "see above"));
    }

    // Axon takes a revision of null for none, without saying so
    @SuppressWarnings("NullAway")
    private @Nullable String whyUnreadable(StoredEvent event) {
        Object read =
                serializer.deserialize(
                        new SimpleSerializedObject<>(
                                event.payload(), String.class, event.name(), event.revision()));
        return read instanceof UnreadableEvent unreadable ? unreadable.reason() : null;
    }

    private int told(int code, String sentence) {
        out.println(sentence);
        return code;
    }
}
