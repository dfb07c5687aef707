package io.samling.reporting.figures;

import io.samling.webedge.Page;
import java.util.List;
import java.util.function.Function;
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

    /**
     * A page of rows that are there all at once.
     *
     * @param rows in the order of their keys
     */
    static <T> Page<T> page(
            List<T> rows, @Nullable String after, int size, Function<T, String> keyOf) {
        var page =
                rows.stream()
                        .filter(row -> after == null || keyOf.apply(row).compareTo(after) > 0)
                        .limit(size + 1L)
                        .toList();
        return Page.of(page, size, keyOf);
    }
}
