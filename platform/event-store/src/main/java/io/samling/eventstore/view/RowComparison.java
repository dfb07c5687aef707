package io.samling.eventstore.view;

import com.mongodb.client.MongoCursor;
import com.mongodb.client.model.Sorts;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Compares the rows of the generation that answers, which goes on, with those of one that has read
 * up to a position and waits. A row that has changed since is left open, to be compared later.
 */
final class RowComparison {

    private static final int LISTED = 100;

    /** Rows compared between two signs of life, or read at once. */
    private static final int STEP = 500;

    private final Rows before;
    private final Rows after;
    private final List<RowSort<?>> sorts;
    private final Runnable alive;
    private final List<String> differences = new ArrayList<>();
    private int differing;

    RowComparison(Rows before, Rows after, List<RowSort<?>> sorts, Runnable alive) {
        this.before = before;
        this.after = after;
        this.sorts = sorts;
        this.alive = alive;
    }

    int differing() {
        return differing;
    }

    List<String> differences() {
        return differences;
    }

    /** Compares all rows; gives the ids of those that are left open, by sort. */
    Map<RowSort<?>, Set<String>> all(long position) {
        Map<RowSort<?>, Set<String>> open = new LinkedHashMap<>();
        for (var sort : sorts) {
            open.put(sort, all(sort, position));
        }
        return open;
    }

    /** Compares some rows; gives the ids of those that are left open, by sort. */
    Map<RowSort<?>, Set<String>> some(Map<RowSort<?>, Set<String>> rows, long position) {
        Map<RowSort<?>, Set<String>> open = new LinkedHashMap<>();
        rows.forEach((sort, ids) -> open.put(sort, some(sort, ids, position)));
        return open;
    }

    /** Counts rows that claim to have come further than the view. */
    void ahead(Map<RowSort<?>, Set<String>> rows) {
        rows.forEach((sort, ids) -> ids.forEach(id -> differs(sort, id, "at")));
    }

    private Set<String> all(RowSort<?> sort, long position) {
        Set<String> open = new LinkedHashSet<>();
        try (var old = inOrder(before, sort);
                var anew = inOrder(after, sort)) {
            var one = next(old);
            var other = next(anew);
            for (var compared = 0; one != null || other != null; compared++) {
                if (compared % STEP == 0) {
                    alive.run();
                }
                int order = order(one, other);
                compare(sort, order <= 0 ? one : null, order >= 0 ? other : null, position, open);
                one = order <= 0 ? next(old) : one;
                other = order >= 0 ? next(anew) : other;
            }
        }
        return open;
    }

    private Set<String> some(RowSort<?> sort, Set<String> ids, long position) {
        Set<String> open = new LinkedHashSet<>();
        var all = List.copyOf(ids);
        for (var from = 0; from < all.size(); from += STEP) {
            alive.run();
            var part = all.subList(from, Math.min(from + STEP, all.size()));
            var old = before.documents(sort, part);
            var anew = after.documents(sort, part);
            for (var id : part) {
                compare(sort, old.get(id), anew.get(id), position, open);
            }
        }
        return open;
    }

    private void compare(
            RowSort<?> sort,
            @Nullable Document old,
            @Nullable Document anew,
            long position,
            Set<String> open) {
        if (old != null && old.getLong("at") > position) {
            if (anew != null || old.getLong("since") <= position) {
                open.add(old.getString("_id"));
            }
            return;
        }
        if (!Objects.equals(old, anew)) {
            differs(sort, key(old, anew), difference(old, anew));
        }
    }

    private void differs(RowSort<?> sort, String id, String difference) {
        differing++;
        if (differences.size() < LISTED) {
            differences.add(sort.name() + " " + id + ": " + difference);
        }
    }

    /** The names of what differs; nothing of what the rows say, which may be about persons. */
    private static String difference(@Nullable Document old, @Nullable Document anew) {
        if (old == null) {
            return "only after";
        }
        if (anew == null) {
            return "only before";
        }
        var names = new TreeSet<String>();
        differing(old, anew, names);
        if (names.remove("row")) {
            differing(rowIn(old), rowIn(anew), names);
        }
        return String.join(" ", names);
    }

    private static Document rowIn(Document document) {
        return document.get("row") instanceof Document row ? row : new Document();
    }

    private static void differing(Document old, Document anew, Set<String> names) {
        var all = new TreeSet<>(old.keySet());
        all.addAll(anew.keySet());
        all.removeIf(name -> Objects.equals(old.get(name), anew.get(name)));
        names.addAll(all);
    }

    private static MongoCursor<Document> inOrder(Rows rows, RowSort<?> sort) {
        return rows.collection(sort).find().sort(Sorts.ascending("_id")).batchSize(STEP).cursor();
    }

    private static int order(@Nullable Document one, @Nullable Document other) {
        if (one == null || other == null) {
            return one == null ? 1 : -1;
        }
        return Arrays.compareUnsigned(bytes(one), bytes(other));
    }

    /** As the database orders texts. */
    private static byte[] bytes(Document document) {
        return document.getString("_id").getBytes(StandardCharsets.UTF_8);
    }

    private static String key(@Nullable Document old, @Nullable Document anew) {
        var either = old == null ? anew : old;
        return either == null ? "" : either.getString("_id");
    }

    private static @Nullable Document next(MongoCursor<Document> documents) {
        return documents.hasNext() ? documents.next() : null;
    }
}
