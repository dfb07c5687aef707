package io.samling.eventstore;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the processing groups of a service make of its log: how far they are, and all of it anew.
 */
public interface Views {

    /** How each processing group stands. */
    List<Standing> standings();

    /**
     * Has every group that begins with the first event forget what it made and begin anew, also
     * where it was made from another log.
     *
     * @throws ViewsFedElsewhere where another instance feeds one of them
     */
    void rebuild();

    /**
     * How one group stands.
     *
     * @param claimed whether this instance feeds it; another may
     * @param position of the last event it has handled; -1 for none
     * @param lag how many events it has not handled yet
     * @param standsStillAt the event it cannot handle, -1 where it cannot read at all; null where
     *     it goes on
     * @param reason why it stands still
     */
    record Standing(
            String group,
            boolean claimed,
            long position,
            long lag,
            @Nullable Long standsStillAt,
            @Nullable String reason) {}
}
