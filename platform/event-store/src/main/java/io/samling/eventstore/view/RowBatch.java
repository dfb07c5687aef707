package io.samling.eventstore.view;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.WriteModel;
import io.samling.eventstore.view.Changes.Change;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * The rows that one batch changes: all read at once, changed in memory, and written at once. A row
 * that has come as far as an event stays as it is, so that a batch may come again.
 */
final class RowBatch {

    private static final InsertManyOptions INSERTS = new InsertManyOptions().ordered(false);
    private static final BulkWriteOptions REPLACES = new BulkWriteOptions().ordered(false);

    private final Rows rows;
    private final Map<RowSort<?>, Sorted<?>> sorted = new LinkedHashMap<>();
    private @Nullable EventNotShown stands;
    private long applied = -1;

    private RowBatch(Rows rows, List<RowSort<?>> sorts) {
        this.rows = rows;
        sorts.forEach(sort -> sorted.put(sort, new Sorted<>(sort)));
    }

    /**
     * Reads the rows and changes them, up to the first event that cannot be shown.
     *
     * @param sorts in the order in which they are to be written
     */
    static RowBatch of(Rows rows, List<RowSort<?>> sorts, List<Change<?>> changes) {
        var batch = new RowBatch(rows, sorts);
        changes.forEach(change -> batch.sorted(change.sort()).ids.add(change.id()));
        batch.sorted.values().forEach(Sorted::read);
        batch.apply(changes);
        return batch;
    }

    /** What is wrong with the first event that cannot be shown; null where all can. */
    @Nullable EventNotShown stands() {
        return stands;
    }

    /** The last event all of whose changes are in these rows; -1 for none. */
    long applied() {
        return applied;
    }

    void write() {
        sorted.values().forEach(Sorted::write);
    }

    private void apply(List<Change<?>> changes) {
        long position = -1;
        for (var change : changes) {
            if (change.position() != position) {
                applied = position;
                position = change.position();
            }
            try {
                apply(change);
            } catch (RuntimeException fault) {
                stands = new EventNotShown(position, fault);
                return;
            }
        }
        applied = position;
    }

    private <T> void apply(Change<T> change) {
        sorted(change.sort()).apply(change);
    }

    @SuppressWarnings("unchecked") // as it was put in
    private <T> Sorted<T> sorted(RowSort<T> sort) {
        var found = sorted.get(sort);
        if (found == null) {
            throw new IllegalArgumentException("The view has no rows called " + sort.name());
        }
        return (Sorted<T>) found;
    }

    private final class Sorted<T> {

        private final RowSort<T> sort;
        private final Set<String> ids = new LinkedHashSet<>();
        private Map<String, StoredRow<T>> before = Map.of();
        private final Map<String, StoredRow<T>> after = new LinkedHashMap<>();

        private Sorted(RowSort<T> sort) {
            this.sort = sort;
        }

        private void read() {
            before = ids.isEmpty() ? Map.of() : new HashMap<>(rows.find(sort, ids));
        }

        private void apply(Change<T> change) {
            var id = change.id();
            var stored = before.get(id);
            var position = change.position();
            if (stored != null && stored.at() >= position) {
                return;
            }
            var now = after.getOrDefault(id, stored);
            var row = change.making().of(now == null ? null : now.row());
            var since = now == null ? position : now.since();
            after.put(id, new StoredRow<>(id, since, position, row));
        }

        private void write() {
            List<Document> fresh = new ArrayList<>();
            List<WriteModel<Document>> changed = new ArrayList<>();
            for (var row : after.values()) {
                var stored = before.get(row.id());
                if (stored == null) {
                    fresh.add(row.document(sort));
                } else {
                    var unmoved = and(eq("_id", row.id()), eq("at", stored.at()));
                    changed.add(new ReplaceOneModel<>(unmoved, row.document(sort)));
                }
            }
            if (!fresh.isEmpty()) {
                rows.collection(sort).insertMany(fresh, INSERTS);
            }
            if (!changed.isEmpty()) {
                var found = rows.collection(sort).bulkWrite(changed, REPLACES).getMatchedCount();
                if (found < changed.size()) {
                    throw new IllegalStateException(
                            "Rows of " + sort.name() + " are written by another instance as well");
                }
            }
        }
    }
}
