package io.samling.eventfeed;

import com.mongodb.client.MongoCursor;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Compares what two generations say of a log, subject by subject, as known at one position: both
 * may know more, and what is known there must be the same.
 */
final class Comparison {

    private static final int LISTED = 100;

    /** Documents compared between two signs of life. */
    private static final int STEP = 1000;

    private final FeedStore before;
    private final FeedStore after;
    private final Runnable alive;
    private final List<String> differences = new ArrayList<>();
    private int differing;
    private int compared;

    Comparison(FeedStore before, FeedStore after, Runnable alive) {
        this.before = before;
        this.after = after;
        this.alive = alive;
    }

    int differing() {
        return differing;
    }

    List<String> differences() {
        return differences;
    }

    /** Says what could not be compared. */
    void note(String sentence) {
        differences.add(sentence);
    }

    /** Compares all subjects of a family in a log. */
    void compare(String family, String logId, long position) {
        try (var old = before.subjects().in(family, logId).cursor();
                var anew = after.subjects().in(family, logId).cursor()) {
            var one = next(old);
            var other = next(anew);
            while (one != null || other != null) {
                int order = order(one, other);
                compare(order <= 0 ? one : null, order >= 0 ? other : null, position);
                one = order <= 0 ? next(old) : one;
                other = order >= 0 ? next(anew) : other;
            }
        }
    }

    private void compare(@Nullable Document one, @Nullable Document other, long position) {
        if (++compared % STEP == 0) {
            alive.run();
        }
        if (Objects.equals(one, other)
                || Known.at(one, position).equals(Known.at(other, position))) {
            return;
        }
        // both go on being written while they are read: what counts is the document itself
        var id = one == null ? key(other) : key(one);
        var old = Known.at(before.subjects().find(id), position);
        var anew = Known.at(after.subjects().find(id), position);
        if (!old.equals(anew)) {
            differing++;
            if (differences.size() < LISTED) {
                differences.add(id + ": " + old.difference(anew));
            }
        }
    }

    private static int order(@Nullable Document one, @Nullable Document other) {
        if (one == null || other == null) {
            return one == null ? 1 : -1;
        }
        return Arrays.compareUnsigned(bytes(key(one)), bytes(key(other)));
    }

    /** As the database orders texts. */
    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String key(@Nullable Document document) {
        return document == null ? "" : document.getString("_id");
    }

    private static @Nullable Document next(MongoCursor<Document> documents) {
        return documents.hasNext() ? documents.next() : null;
    }

    /**
     * What a document says as known at a position.
     *
     * @param facts how many it rests on
     * @param parkedFrom from where on facts are parked, {@link Row#STILL} where none are
     */
    private record Known(Set<Document> rows, long facts, long parkedFrom) {

        static Known at(@Nullable Document document, long position) {
            if (document == null) {
                return new Known(Set.of(), 0, Row.STILL);
            }
            Set<Document> rows = new HashSet<>();
            for (var row : document.getList("rows", Document.class)) {
                if (row.getLong("knownFrom") <= position) {
                    rows.add(known(row, position));
                }
            }
            long facts =
                    document.getList("positions", Long.class).stream()
                            .filter(at -> at <= position)
                            .count();
            long parkedFrom = document.get("parkedFrom", Row.STILL);
            return new Known(rows, facts, parkedFrom <= position ? parkedFrom : Row.STILL);
        }

        private static Document known(Document row, long position) {
            var known = new Document(row);
            if (known.get("knownUntil", Row.STILL) > position) {
                known.remove("knownUntil");
            }
            return known;
        }

        String difference(Known other) {
            var gone = new HashSet<>(rows);
            gone.removeAll(other.rows);
            var more = new HashSet<>(other.rows);
            more.removeAll(rows);
            return "%d rows only before, %d only after; %d facts before, %d after%s"
                    .formatted(gone.size(), more.size(), facts, other.facts, parking(other));
        }

        private String parking(Known other) {
            if (parkedFrom == other.parkedFrom) {
                return "";
            }
            return "; parked " + from(parkedFrom) + " before, " + from(other.parkedFrom) + " after";
        }

        private static String from(long position) {
            return position == Row.STILL ? "nowhere" : "from " + position;
        }
    }
}
