package io.samling.eventstore.log;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Projections.exclude;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Reads the log: what a majority of the servers holds, from the primary. */
public final class LogReader {

    /** A page ends after the commit that brings it to so many events. */
    private static final int PAGE_EVENTS = 1000;

    private static final int PAGE_CHARACTERS = 8 * 1024 * 1024;
    private static final int PAGE_COMMITS = 500;
    private static final Bson WITHOUT_EVENTS = exclude("events");

    private final MongoCollection<BsonDocument> log;

    LogReader(MongoCollection<BsonDocument> log) {
        this.log = log;
    }

    /** The newest commit, or {@link CommitHead#GENESIS}. */
    public CommitHead head() {
        var newest = firstHead(log.find().sort(descending(CommitDocument.POSITION)));
        return newest == null ? CommitHead.GENESIS : newest;
    }

    /**
     * Reads on from a position.
     *
     * @throws LogBroken where the log does not reach as far as the position
     */
    public LogCursor from(long position) {
        if (position == 0) {
            return new LogCursor(this, CommitHead.GENESIS, 0);
        }
        var before = containing(position - 1);
        if (before == null || before.next() < position) {
            throw new LogBroken("The log ends before position " + position);
        }
        // the position may lie inside a commit: then that commit is read again and its head skipped
        return before.next() == position
                ? new LogCursor(this, before, position)
                : new LogCursor(this, predecessorOf(before), position);
    }

    private CommitHead predecessorOf(CommitHead commit) {
        var before = commit.position() == 0 ? null : containing(commit.position() - 1);
        return before == null ? CommitHead.GENESIS : before;
    }

    /** The commit that holds a position, or the newest where the log is not that long. */
    public @Nullable CommitHead containing(long position) {
        return firstHead(
                log.find(lte(CommitDocument.POSITION, position))
                        .sort(descending(CommitDocument.POSITION)));
    }

    /** The commits after another, checked to be its successors without a gap. */
    List<StoredCommit> after(CommitHead previous) {
        var page = new ArrayList<StoredCommit>();
        var events = 0;
        var characters = 0;
        var last = previous;
        var found =
                log.find(gte(CommitDocument.POSITION, previous.next()))
                        .sort(ascending(CommitDocument.POSITION))
                        .limit(PAGE_COMMITS)
                        .batchSize(PAGE_COMMITS);
        try (var cursor = found.cursor()) {
            while (events < PAGE_EVENTS && characters < PAGE_CHARACTERS && cursor.hasNext()) {
                var commit = CommitDocument.commit(cursor.next());
                requireSuccessor(last, commit);
                page.add(commit);
                last = commit.head();
                events += last.count();
                for (var event : commit.events()) {
                    characters += event.payload().length();
                }
            }
        }
        return page;
    }

    static void requireSuccessor(CommitHead previous, StoredCommit commit) {
        var position = commit.head().position();
        if (position != previous.next()) {
            throw new LogBroken(
                    "After position " + previous.last() + " the log goes on at " + position);
        }
        if (!commit.predecessorId().equals(previous.id())
                || !commit.predecessorHash().equals(previous.hash())) {
            throw new LogBroken("The commit at " + position + " does not follow the one before it");
        }
    }

    /** The heads of the commits that start at a position or later, in order, so many at most. */
    List<CommitHead> headsFrom(long position, int limit) {
        return log.find(gte(CommitDocument.POSITION, position))
                .sort(ascending(CommitDocument.POSITION))
                .limit(limit)
                .batchSize(limit)
                .projection(WITHOUT_EVENTS)
                .map(CommitDocument::head)
                .into(new ArrayList<>());
    }

    /** The commit that used an idempotency key, if one did. */
    public @Nullable CommitHead withKey(String key) {
        return firstHead(log.find(eq(CommitDocument.KEY, key)));
    }

    /** The commit that holds a claim, if one does. */
    public @Nullable CommitHead withClaim(String claim) {
        return firstHead(log.find(eq(CommitDocument.CLAIMS, claim)));
    }

    /** The commit that added this sequence number to a stream as its first, if one did. */
    @Nullable CommitHead startingAt(String stream, long first) {
        return firstHead(log.find(inStream(stream, new BsonInt64(first))));
    }

    /** Whether a stream has any event. */
    public boolean exists(String stream) {
        return firstHead(log.find(eq("streams.id", stream))) != null;
    }

    /** The commits whose part of a stream starts in a range of sequence numbers, in order. */
    List<StoredCommit> ofStream(String stream, long from, long before) {
        return log.find(inStream(stream, range(from, before)))
                .sort(ascending(CommitDocument.POSITION))
                .map(CommitDocument::commit)
                .into(new ArrayList<>());
    }

    /** The newest of the commits whose part of a stream starts in a range. */
    @Nullable CommitHead newestOfStream(String stream, long from, long before) {
        return firstHead(
                log.find(inStream(stream, range(from, before)))
                        .sort(descending(CommitDocument.POSITION)));
    }

    /** The commit that starts at a position, whole. */
    @Nullable StoredCommit at(long position) {
        return log.find(eq(CommitDocument.POSITION, position)).map(CommitDocument::commit).first();
    }

    private static BsonDocument range(long from, long before) {
        return new BsonDocument("$gte", new BsonInt64(from)).append("$lt", new BsonInt64(before));
    }

    /** Both conditions hold for one element, so that they bound the index together. */
    private static Bson inStream(String stream, BsonValue first) {
        var element =
                new BsonDocument(CommitDocument.ID, new BsonString(stream))
                        .append(CommitDocument.FIRST, first);
        return new BsonDocument(CommitDocument.STREAMS, new BsonDocument("$elemMatch", element));
    }

    private static @Nullable CommitHead firstHead(FindIterable<BsonDocument> found) {
        return found.limit(1).projection(WITHOUT_EVENTS).map(CommitDocument::head).first();
    }

    /** Every commit as it lies in the database, in order: to look at it as a whole. */
    Iterable<BsonDocument> everything() {
        return log.find().sort(ascending(CommitDocument.POSITION)).batchSize(PAGE_COMMITS);
    }
}
