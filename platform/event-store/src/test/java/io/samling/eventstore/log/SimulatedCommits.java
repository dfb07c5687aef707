package io.samling.eventstore.log;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/**
 * The commits that the members of a simulated replica set hold: those of a majority, and those that
 * only the primary has yet. No two of them share what a unique index would keep apart.
 */
final class SimulatedCommits {

    /** In the order of the operations log. */
    private final List<BsonDocument> majority = new ArrayList<>();

    /** Only on the primary yet: may be replicated, or be gone with it. */
    private final List<BsonDocument> local = new ArrayList<>();

    private final Set<String> unwanted = new HashSet<>();
    private int rolledBack;

    /** Never takes a commit that begins with this stream, whatever is asked. */
    void refuseForGood(String stream) {
        unwanted.add(stream);
    }

    boolean isUnwanted(BsonDocument commit) {
        return unwanted.contains(CommitDocument.head(commit).streams().getFirst().id());
    }

    /** Returns the index of the commit that was refused, or how many there are. */
    int apply(List<BsonDocument> batch) {
        for (var i = 0; i < batch.size(); i++) {
            if (isUnwanted(batch.get(i)) || isTaken(batch.get(i))) {
                return i;
            }
            local.add(batch.get(i));
        }
        return batch.size();
    }

    private boolean isTaken(BsonDocument commit) {
        return majority.stream().anyMatch(there -> collide(there, commit))
                || local.stream().anyMatch(there -> collide(there, commit));
    }

    private static boolean collide(BsonDocument one, BsonDocument other) {
        return one.getInt64(CommitDocument.POSITION).equals(other.getInt64(CommitDocument.POSITION))
                || share(one.get(CommitDocument.KEY), other.get(CommitDocument.KEY))
                || share(one.get(CommitDocument.CLAIMS), other.get(CommitDocument.CLAIMS))
                || shareStream(one, other);
    }

    private static boolean share(@Nullable BsonValue one, @Nullable BsonValue other) {
        if (one == null || other == null) {
            return false;
        }
        return one.isArray()
                ? one.asArray().stream().anyMatch(other.asArray()::contains)
                : one.equals(other);
    }

    private static boolean shareStream(BsonDocument one, BsonDocument other) {
        for (var part : one.getArray(CommitDocument.STREAMS)) {
            for (var otherPart : other.getArray(CommitDocument.STREAMS)) {
                if (startOf(part.asDocument()).equals(startOf(otherPart.asDocument()))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static BsonDocument startOf(BsonDocument part) {
        return new BsonDocument(CommitDocument.ID, part.get(CommitDocument.ID))
                .append(CommitDocument.FIRST, part.get(CommitDocument.FIRST));
    }

    /** A majority comes to hold the first few of what only the primary has. */
    void replicate(int number) {
        var first = local.subList(0, number);
        majority.addAll(first);
        first.clear();
    }

    void replicateAll() {
        replicate(local.size());
    }

    /** Another primary: it has the first few of what was not replicated, and the rest is gone. */
    void rollBackAllBut(int number) {
        replicate(number);
        rolledBack += local.size();
        local.clear();
    }

    /** How many only the primary has. */
    int open() {
        return local.size();
    }

    /** How many were gone with a primary. */
    int rolledBack() {
        return rolledBack;
    }

    List<BsonDocument> ofMajority() {
        return majority;
    }

    List<BsonDocument> onPrimary() {
        var all = new ArrayList<>(majority);
        all.addAll(local);
        return all;
    }
}
