package io.samling.reporting.figures;

import io.samling.webedge.Page;
import org.jspecify.annotations.Nullable;

/** A figure: what it counts, its value and the list behind it. One bean for each. */
public interface Figure {

    /** What it counts, and how. */
    Definition definition();

    /** Its value and what belongs to it: a record whose first field is {@code value}. */
    Object value(Question question);

    /**
     * The rows behind it, whose number or sum is the value.
     *
     * @param after the key after which to begin; null for the first page
     * @param size how many at most
     */
    Page<?> list(Question question, @Nullable String after, int size);
}
