package io.samling.eventrelay;

import org.jspecify.annotations.Nullable;

/**
 * The right to relay a log, which one instance of a service holds at a time, and a note of how far
 * it came. The claim spares two instances from working against each other; that nothing is mixed up
 * where both believe to hold it is the transaction's doing.
 */
interface RelayClaim {

    /** Takes or keeps the claim; false while another instance holds it. */
    boolean take();

    /** Up to where the log was told, as noted last; null where nothing was noted for this log. */
    @Nullable Long noted();

    /**
     * Keeps the claim and notes that all up to a position has been told; -1 for none.
     *
     * @throws RelayFault.Superseded where another instance has taken the claim
     */
    void note(long position);

    /**
     * Keeps the claim while there is nothing to note.
     *
     * @throws RelayFault.Superseded where another instance has taken the claim
     */
    void keep();

    /** Gives the claim up, so that another instance may go on at once. */
    void release();
}
