package io.samling.eventstore;

import io.samling.kernel.Refusal;
import io.samling.rebuild.Rebuild;
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
     * Begins to make a view again beside the running one; once it has been compared with that, it
     * takes over.
     *
     * @throws Refusal where there is no such view, it is being done, or another instance feeds it
     */
    Rebuild rebuildBeside(String group);

    /** How a rebuild of a view went or goes. */
    Rebuild rebuildOf(String group, int id);

    /** All rebuilds of a view, the newest first. */
    List<Rebuild> rebuildsOf(String group);

    /**
     * How one group stands.
     *
     * @param claimed whether this instance feeds it; another may
     * @param position of the last event it has handled; -1 for none
     * @param lag how many events it has not handled yet
     * @param standsStillAt the event it cannot handle, -1 where it cannot read at all; null where
     *     it goes on
     * @param reason why it stands still
     * @param rebuilding how its rebuild goes, where this instance does one
     */
    record Standing(
            String group,
            boolean claimed,
            long position,
            long lag,
            @Nullable Long standsStillAt,
            @Nullable String reason,
            @Nullable Rebuild rebuilding) {}
}
