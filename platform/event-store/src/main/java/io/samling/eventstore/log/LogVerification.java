package io.samling.eventstore.log;

import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.bson.BsonDocument;
import org.bson.BsonInvalidOperationException;
import org.jspecify.annotations.Nullable;

/** Walks a whole log and says what is wrong with it. */
public final class LogVerification {

    private static final int FINDINGS = 100;

    private final Function<StoredEvent, @Nullable String> whyUnreadable;
    private final Map<String, Long> nextOfStream = new HashMap<>();
    private final List<String> findings = new ArrayList<>();
    private CommitHead previous = CommitHead.GENESIS;
    private long found;
    private long events;
    private long commits;

    /**
     * A verification.
     *
     * @param whyUnreadable why the code of today cannot read an event; null where it can
     */
    public LogVerification(Function<StoredEvent, @Nullable String> whyUnreadable) {
        this.whyUnreadable = whyUnreadable;
    }

    /**
     * What a walk has found.
     *
     * @param findings one sentence each, the first hundred and how many more there are; none where
     *     all is well
     */
    public record Report(long commits, long events, List<String> findings) {

        public Report {
            findings = List.copyOf(findings);
        }
    }

    /**
     * Walks the log in a database.
     *
     * @param progress is told how many events are examined
     */
    public Report of(MongoDatabase database, LongConsumer progress) {
        for (var document : new LogReader(LogCollection.in(database)).everything()) {
            examine(document);
            progress.accept(events);
        }
        if (found > FINDINGS) {
            findings.add("and " + (found - FINDINGS) + " findings more");
        }
        return new Report(commits, events, findings);
    }

    /** What is wrong with a commit keeps none of its events from being examined. */
    private void examine(BsonDocument document) {
        commits++;
        var before = previous;
        try {
            noteWhereBroken(() -> CommitDocument.requireIntact(document));
            previous = CommitDocument.head(document);
            var commit = CommitDocument.commit(document);
            noteWhereBroken(() -> LogReader.requireSuccessor(before, commit));
            commit.events().forEach(this::examine);
        } catch (LogBroken broken) {
            note(String.valueOf(broken.getMessage()));
        } catch (BsonInvalidOperationException noCommit) {
            note("What lies after position " + before.last() + " has not the shape of a commit");
        }
    }

    private void noteWhereBroken(Runnable examination) {
        try {
            examination.run();
        } catch (LogBroken broken) {
            note(String.valueOf(broken.getMessage()));
        }
    }

    private void note(String finding) {
        found++;
        if (found <= FINDINGS) {
            findings.add(finding);
        }
    }

    private void examine(StoredEvent event) {
        events++;
        var expected = nextOfStream.getOrDefault(event.stream(), 0L);
        if (event.sequence() != expected) {
            note(
                    "The stream %s goes on at %d instead of %d, at position %d"
                            .formatted(
                                    event.stream(), event.sequence(), expected, event.position()));
        }
        nextOfStream.put(event.stream(), event.sequence() + 1);
        var reason = whyUnreadable.apply(event);
        if (reason != null) {
            note(
                    "The event at %d (%s) cannot be read: %s"
                            .formatted(event.position(), event.name(), reason));
        }
    }
}
