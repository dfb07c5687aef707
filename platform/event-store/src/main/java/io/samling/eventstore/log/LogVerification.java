package io.samling.eventstore.log;

import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;

/** Walks a whole log and says what is wrong with it. */
public final class LogVerification {

    private static final int FINDINGS = 100;

    private final Function<StoredEvent, @Nullable String> whyUnreadable;
    private final Map<String, Long> nextOfStream = new HashMap<>();
    private final List<String> findings = new ArrayList<>();
    private CommitHead previous = CommitHead.GENESIS;
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
     * @param findings one sentence each, the first hundred; none where all is well
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
            if (findings.size() < FINDINGS) {
                examine(document);
            }
            progress.accept(events);
        }
        return new Report(commits, events, findings);
    }

    private void examine(BsonDocument document) {
        var position = document.getInt64(CommitDocument.POSITION).getValue();
        try {
            var commit = CommitDocument.commit(document);
            LogReader.requireSuccessor(previous, commit);
            if (!CommitDocument.isIntact(document)) {
                findings.add("The commit at " + position + " is not what was written");
            }
            previous = commit.head();
            commit.events().forEach(this::examine);
        } catch (LogBroken broken) {
            findings.add(String.valueOf(broken.getMessage()));
            previous = CommitDocument.head(document);
        }
        commits++;
    }

    private void examine(StoredEvent event) {
        events++;
        var expected = nextOfStream.getOrDefault(event.stream(), 0L);
        if (event.sequence() != expected) {
            findings.add(
                    "The stream %s goes on at %d instead of %d, at position %d"
                            .formatted(
                                    event.stream(), event.sequence(), expected, event.position()));
        }
        nextOfStream.put(event.stream(), event.sequence() + 1);
        var reason = whyUnreadable.apply(event);
        if (reason != null) {
            findings.add(
                    "The event at %d (%s) cannot be read: %s"
                            .formatted(event.position(), event.name(), reason));
        }
    }
}
