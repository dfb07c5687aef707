package io.samling.reporting.dashboard;

import io.samling.contracts.LogPositions;
import java.util.List;

/**
 * Changes that came after some positions.
 *
 * @param upTo what comes after these positions is yet to be told
 * @param missed whether there were more that are held no longer
 * @param changes oldest first
 */
public record News(LogPositions upTo, boolean missed, List<Change> changes) {

    public News {
        changes = List.copyOf(changes);
    }
}
