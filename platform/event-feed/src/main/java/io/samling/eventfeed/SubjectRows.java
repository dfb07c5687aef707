package io.samling.eventfeed;

import java.util.List;

/** The rows of a family in memory. Written by one thread at a time, never while they are read. */
public interface SubjectRows<V> {

    /** Puts these rows in the place of all that the subject had. */
    void replace(String subject, List<Row<V>> rows);

    /** Whether the subject was ever put here, be it without rows. */
    boolean knows(String subject);

    /** How many rows are held. */
    int size();
}
