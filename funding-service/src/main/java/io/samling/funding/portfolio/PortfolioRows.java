package io.samling.funding.portfolio;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import io.samling.eventstore.LogIdentity;
import io.samling.eventstore.view.RowSort;
import io.samling.eventstore.view.Rows;
import io.samling.eventstore.view.View;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of the portfolio are stored and found: each belongs to a group, and has a place
 * among all others that no other has.
 */
final class PortfolioRows {

    private static final String GROUP = "group";
    private static final String ORDER = "order";
    private static final List<Bson> INDEXES = List.of(ascending(ORDER), ascending(GROUP, ORDER));

    static final RowSort<ProjectRow> PROJECTS =
            new RowSort<>(
                    "view_projects",
                    ProjectRow.class,
                    (row, _) -> keys(row.owner(), Portfolio.orderOf(row)),
                    INDEXES);

    static final RowSort<GrantRow> GRANTS =
            new RowSort<>(
                    "view_grants",
                    GrantRow.class,
                    (row, since) -> keys(row.projectId(), orderOf(since)),
                    INDEXES);

    static final RowSort<RegisterRow> REGISTERS =
            new RowSort<>(
                    "view_share_registers",
                    RegisterRow.class,
                    (row, _) -> keys(row.company(), ShareRegisters.orderOf(row)),
                    INDEXES);

    static final RowSort<EntryRow> ENTRIES =
            new RowSort<>(
                    "view_share_entries",
                    EntryRow.class,
                    (row, since) -> keys(row.registerId(), orderOf(since)),
                    INDEXES);

    private PortfolioRows() {}

    /** Entries before registers: nobody sees a version of a register without its entry. */
    static View in(MongoDatabase database, LogIdentity log) {
        return View.of(database, log, Portfolio.GROUP, PROJECTS, GRANTS, ENTRIES, REGISTERS);
    }

    /** Up to so many rows after a place in the order; null for the beginning. */
    static <T> List<T> page(View view, RowSort<T> sort, @Nullable String after, int limit) {
        var rest = after == null ? gte(ORDER, "") : gt(ORDER, after);
        return view.ask(rows -> rows.list(sort, rest, Sorts.ascending(ORDER), limit));
    }

    /** All rows of a group. */
    static <T> List<T> group(Rows rows, RowSort<T> sort, String group) {
        return rows.list(sort, eq(GROUP, group), Sorts.ascending(ORDER), 0);
    }

    private static Document keys(String group, String order) {
        return new Document(GROUP, group).append(ORDER, order);
    }

    private static String orderOf(long since) {
        return "%020d".formatted(since);
    }
}
