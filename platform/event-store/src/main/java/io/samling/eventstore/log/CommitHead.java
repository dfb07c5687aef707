package io.samling.eventstore.log;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A commit without its events: what the next one builds on.
 *
 * @param position of its first event
 * @param count of its events
 * @param id of the commit
 * @param hash of the commit, 64 hexadecimal digits
 * @param at the time of its last event, in milliseconds
 * @param request the hash of the request that used its idempotency key
 * @param streams what it adds to each stream
 */
public record CommitHead(
        long position,
        int count,
        String id,
        String hash,
        long at,
        @Nullable String request,
        List<StreamPart> streams) {

    /** What an empty log begins with: a commit of nothing, before position 0. */
    public static final CommitHead GENESIS =
            new CommitHead(0, 0, "genesis", "0".repeat(64), 0, null, List.of());

    /** Where the next commit starts. */
    public long next() {
        return position + count;
    }

    /** The position of its last event; -1 for {@link #GENESIS}. */
    public long last() {
        return next() - 1;
    }

    boolean is(String commitId) {
        return id.equals(commitId);
    }

    /** Whether it is the very same commit with the very same past. */
    boolean isSameAs(CommitHead other) {
        return position == other.position && id.equals(other.id) && hash.equals(other.hash);
    }
}
