package io.samling.eventfeed;

import io.samling.eventfeed.Derived.Parked;
import java.util.Collection;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** A family with the rows of one log's subjects. */
final class HeldFamily<F, V, R extends SubjectRows<V>> {

    private final Family<F, V, R> family;
    private final R rows;

    private HeldFamily(Family<F, V, R> family) {
        this.family = family;
        this.rows = family.emptyRows();
    }

    static <F, V, R extends SubjectRows<V>> HeldFamily<F, V, R> of(Family<F, V, R> family) {
        return new HeldFamily<>(family);
    }

    Family<F, V, R> family() {
        return family;
    }

    R rows() {
        return rows;
    }

    Fresh derive(Subject subject, Collection<KeptFact> facts, @Nullable Parked readableUntil) {
        return fresh(subject, Deriving.derive(family, facts, readableUntil));
    }

    Fresh read(Document document) {
        return fresh(SubjectDocument.subject(document), SubjectDocument.read(family, document));
    }

    private Fresh fresh(Subject subject, Derived<V> derived) {
        return new Fresh(subject, derived, () -> rows.replace(subject.id(), derived.rows()));
    }

    /** A subject derived anew, not yet put into the rows. */
    record Fresh(Subject subject, Derived<?> derived, Runnable put) {}
}
