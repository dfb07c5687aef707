package io.samling.localstack.mongodb;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The documents that match a filter, in the wanted order, one after another. */
final class Results {

    /** A document and its bytes when it was found. */
    @SuppressWarnings("ArrayRecordComponent") // the bytes never change and records are not compared
    record Hit(StoredDocument stored, byte[] bytes) {}

    private final StoredCollection collection;
    private final Condition.All filter;
    private final Set<String> fields;
    private final Plan plan;
    private final @Nullable Iterator<Hit> sorted;
    private long skip;
    private long left;

    /** A limit of 0 means all. */
    Results(
            StoredCollection collection,
            Condition.All filter,
            SortSpec sort,
            long skip,
            long limit) {
        this.collection = collection;
        this.filter = filter;
        this.fields = filter.fields();
        this.plan = Plan.of(collection, filter, sort);
        this.left = limit == 0 ? Long.MAX_VALUE : limit;
        this.skip = skip;
        this.sorted = plan.sorted() ? null : sort(sort, limit == 0 ? 0 : skip + limit).iterator();
    }

    @Nullable Hit next() {
        if (left == 0 || collection.dropped()) {
            return null;
        }
        for (; skip > 0; skip--) {
            if (step() == null) {
                return null;
            }
        }
        left--;
        return step();
    }

    /** Lets go of the data until the next step. */
    void pause() {
        plan.walk().pause();
    }

    List<Hit> all() {
        var hits = new ArrayList<Hit>();
        for (var hit = next(); hit != null; hit = next()) {
            hits.add(hit);
        }
        return hits;
    }

    long count() {
        var count = 0L;
        while (next() != null) {
            count++;
        }
        return count;
    }

    private @Nullable Hit step() {
        if (sorted != null) {
            return sorted.hasNext() ? sorted.next() : null;
        }
        return match();
    }

    private @Nullable Hit match() {
        for (var stored = plan.walk().next(); stored != null; stored = plan.walk().next()) {
            if (plan.exact() || filter.matches(stored.fields(fields))) {
                return new Hit(stored, stored.bytes());
            }
        }
        return null;
    }

    @SuppressWarnings("ArrayRecordComponent") // the bytes never change and records are not compared
    private record Ranked(byte[] key, long place, Hit hit) {

        static final Comparator<Ranked> ORDER =
                Comparator.comparing(Ranked::key, Arrays::compareUnsigned)
                        .thenComparingLong(Ranked::place);
    }

    /** Keeps only as many as are wanted, so that a page costs memory for a page. */
    private List<Hit> sort(SortSpec sort, long most) {
        var worstFirst = new PriorityQueue<Ranked>(Ranked.ORDER.reversed());
        for (var hit = match(); hit != null; hit = match()) {
            worstFirst.add(new Ranked(sort.keyOf(hit.stored()), hit.stored().place(), hit));
            if (most > 0 && worstFirst.size() > most) {
                worstFirst.poll();
            }
        }
        return worstFirst.stream().sorted(Ranked.ORDER).map(Ranked::hit).toList();
    }
}
