package io.samling.eventfeed;

import io.samling.eventfeed.Derived.Parked;
import io.samling.eventfeed.Derived.Told;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** How a derived subject is written down: days as ISO 8601, what is open left out. */
final class SubjectDocument {

    private static final int VERSION_SHIFT = 48;
    private static final int KEPT_SHIFT = 24;

    private SubjectDocument() {}

    static <V> Document of(Family<?, V, ?> family, Subject subject, Derived<V> derived) {
        List<Document> rows = new ArrayList<>(derived.rows().size());
        derived.rows().forEach(row -> rows.add(row(family, row)));
        var document =
                new Document("_id", subject.key())
                        .append("family", subject.family())
                        .append("log", subject.logId())
                        .append("subject", subject.id())
                        .append("version", family.version())
                        .append("facts", derived.told().size())
                        .append("rank", rank(family, derived))
                        .append("positions", derived.told().stream().map(Told::position).toList())
                        .append(
                                "recorded",
                                derived.told().stream().map(Told::recordedNanos).toList())
                        .append("rows", rows);
        var parked = derived.parked();
        if (parked != null) {
            document.append("parked", derived.parkedFacts())
                    .append("parkedFrom", parked.position())
                    .append("parkedAt", parked.place())
                    .append("parkedBecause", parked.reason());
        }
        return document;
    }

    /** Newer rules beat older ones, more facts fewer, more readable facts fewer. */
    private static long rank(Family<?, ?, ?> family, Derived<?> derived) {
        return ((long) family.version() << VERSION_SHIFT)
                | ((long) derived.told().size() << KEPT_SHIFT)
                | derived.readable();
    }

    static <V> Derived<V> read(Family<?, V, ?> family, Document document) {
        List<Row<V>> rows = new ArrayList<>();
        for (var row : document.getList("rows", Document.class)) {
            rows.add(readRow(family, row));
        }
        var positions = document.getList("positions", Long.class);
        var recorded = document.getList("recorded", Long.class);
        List<Told> told = new ArrayList<>(positions.size());
        for (int place = 0; place < positions.size(); place++) {
            told.add(new Told(positions.get(place), recorded.get(place)));
        }
        int parked = document.getInteger("parked", 0);
        return new Derived<>(rows, told, told.size() - parked, readParked(document));
    }

    /** Whether it was derived by the rules of today. */
    static boolean isCurrent(Family<?, ?, ?> family, Document document) {
        return document.getInteger("version", 0) == family.version()
                && !document.containsKey("parked");
    }

    static Subject subject(Document document) {
        return new Subject(
                document.getString("family"),
                document.getString("log"),
                document.getString("subject"));
    }

    private static @Nullable Parked readParked(Document document) {
        return document.containsKey("parked")
                ? new Parked(
                        document.getLong("parkedFrom"),
                        document.get("parkedAt", ""),
                        document.getString("parkedBecause"))
                : null;
    }

    private static <V> Document row(Family<?, V, ?> family, Row<V> row) {
        var document = new Document();
        if (row.span().from() != Span.BEGINNING) {
            document.append("from", LocalDate.ofEpochDay(row.span().from()).toString());
        }
        if (row.span().until() != Span.OPEN) {
            document.append("until", LocalDate.ofEpochDay(row.span().until()).toString());
        }
        document.append("knownFrom", row.knownFrom());
        if (row.knownUntil() != Row.STILL) {
            document.append("knownUntil", row.knownUntil());
        }
        document.putAll(family.columns(row.span().value()));
        return document;
    }

    private static <V> Row<V> readRow(Family<?, V, ?> family, Document row) {
        var from = row.getString("from");
        var until = row.getString("until");
        var knownUntil = row.getLong("knownUntil");
        var span =
                new Span<>(
                        from == null ? Span.BEGINNING : Span.day(LocalDate.parse(from)),
                        until == null ? Span.OPEN : Span.day(LocalDate.parse(until)),
                        family.value(new Columns(row)));
        return new Row<>(
                span, row.getLong("knownFrom"), knownUntil == null ? Row.STILL : knownUntil);
    }
}
