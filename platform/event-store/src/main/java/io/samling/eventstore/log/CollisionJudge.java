package io.samling.eventstore.log;

import java.util.List;

/** Finds out by reading, never from a message, why the server refused a commit as a duplicate. */
final class CollisionJudge {

    private static final int HEADS = 1000;

    private final LogReader reader;

    CollisionJudge(LogReader reader) {
        this.reader = reader;
    }

    /** What became of a commit, as far as a majority of the servers knows. */
    sealed interface Verdict {

        /** It is stored: it was itself that stood in its way. */
        record StoredAlready(CommitHead head) implements Verdict {}

        /** Another writer's commits hold its place, so it can never be stored there. */
        record PlaceTaken(CommitHead newest) implements Verdict {}

        /** It can never be stored at all. */
        record NeverStored(AppendRefused reason) implements Verdict {}

        /** What stands in its way is not yet held by a majority, and may still vanish. */
        record NotKnownYet() implements Verdict {}
    }

    Verdict judge(PlacedCommit placed) {
        var heads = reader.headsFrom(placed.head().position(), HEADS);
        if (heads.isEmpty()) {
            return judgeByContent(placed.commit());
        }
        return heads.getFirst().is(placed.commit().id())
                ? new Verdict.StoredAlready(heads.getFirst())
                : new Verdict.PlaceTaken(newest(heads));
    }

    private CommitHead newest(List<CommitHead> heads) {
        return heads.size() < HEADS ? heads.getLast() : reader.head();
    }

    private Verdict judgeByContent(NewCommit commit) {
        var once = commit.once();
        if (once != null) {
            var used = reader.withKey(once.key());
            if (used != null) {
                return unlessItself(used, commit, new AppendRefused.KeyUsed(used));
            }
        }
        for (var part : commit.streams()) {
            var there = reader.startingAt(part.id(), part.first());
            if (there != null) {
                return unlessItself(
                        there, commit, new AppendRefused.StreamMoved(part.id(), part.first()));
            }
        }
        for (var claim : commit.claims()) {
            var holder = reader.withClaim(claim);
            if (holder != null) {
                return unlessItself(holder, commit, new AppendRefused.ClaimTaken(claim, holder));
            }
        }
        return new Verdict.NotKnownYet();
    }

    private static Verdict unlessItself(CommitHead found, NewCommit commit, AppendRefused reason) {
        return found.is(commit.id())
                ? new Verdict.StoredAlready(found)
                : new Verdict.NeverStored(reason);
    }
}
