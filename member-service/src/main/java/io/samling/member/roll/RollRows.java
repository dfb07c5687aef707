package io.samling.member.roll;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.model.Sorts;
import io.samling.eventstore.view.RowSort;
import io.samling.eventstore.view.Rows;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** How the entries of the roll are stored and found. */
final class RollRows {

    /** A row for each member. */
    static final RowSort<RollEntry> MEMBERS =
            new RowSort<>(
                    "roll",
                    RollEntry.class,
                    (entry, _) ->
                            new Document("order", RollOrder.of(entry))
                                    .append("number", entry.organisationsnummer())
                                    .append("municipality", entry.municipality()),
                    List.of(
                            ascending("order"),
                            ascending("municipality", "order"),
                            ascending("number")));

    private RollRows() {}

    static List<RollEntry> withNumber(Rows rows, String number) {
        return rows.list(MEMBERS, eq("number", number), Sorts.ascending("order"), 10);
    }

    /** Up to so many, in the order of the list, between two places of it. */
    static List<RollEntry> between(
            Rows rows,
            @Nullable String municipality,
            @Nullable String from,
            String until,
            int limit) {
        List<Bson> conditions = new ArrayList<>();
        if (municipality != null) {
            conditions.add(eq("municipality", municipality));
        }
        conditions.add(from == null ? gte("order", "") : gt("order", from));
        conditions.add(lt("order", until));
        return rows.list(MEMBERS, and(conditions), Sorts.ascending("order"), limit);
    }
}
