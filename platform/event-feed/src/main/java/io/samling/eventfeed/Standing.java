package io.samling.eventfeed;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a log is known.
 *
 * @param known such as {@code member:7f3a91c2:1234}, null before anything is
 * @param lag how long ago it was complete
 * @param parked how many facts and records wait for a repair, and so do not count
 * @param unread because of which they wait: the first twenty
 * @param trouble why it is not followed at the moment, null where it is
 */
public record Standing(
        String service,
        @Nullable String known,
        @Nullable Instant completeUntil,
        @Nullable Duration lag,
        int parked,
        List<Unread> unread,
        int rows,
        @Nullable String trouble) {

    private static final int LISTED = 20;

    public Standing {
        unread = List.copyOf(unread);
    }

    static Standing of(LogView log, Instant now) {
        var state = log.state();
        if (state == null) {
            return new Standing(log.service(), null, null, null, 0, List.of(), 0, log.trouble());
        }
        var memory = state.memory();
        return new Standing(
                log.service(),
                state.known().toString(),
                state.completeUntil(),
                Duration.between(state.completeUntil(), now),
                memory.parked(),
                memory.unread(LISTED),
                memory.size(),
                log.trouble());
    }
}
