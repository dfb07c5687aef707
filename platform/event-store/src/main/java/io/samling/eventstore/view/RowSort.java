package io.samling.eventstore.view;

import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * One sort of row in a view, and how it is found.
 *
 * @param name of its collection
 * @param type of the rows; they are stored as the JSON that Jackson makes of them
 * @param keys what they are found and ordered by, besides their ids
 * @param indexes over the keys
 */
public record RowSort<T>(String name, Class<T> type, Keys<T> keys, List<Bson> indexes) {

    public RowSort {
        indexes = List.copyOf(indexes);
    }

    /** What rows are found by: a function of the row, so that it is right after each change. */
    @FunctionalInterface
    public interface Keys<T> {

        /**
         * The keys of a row.
         *
         * @param since the position of the event that the row began with
         */
        Document of(T row, long since);
    }
}
