package io.samling.localstack.mongodb;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How a filter and an order are answered: along which index, and what is left to do. */
record Plan(Walk walk, boolean sorted, boolean exact) {

    /** Chooses the index that narrows most, and of those one that gives the order. */
    static Plan of(StoredCollection collection, Condition.All filter, SortSpec sort) {
        var conditions = flat(filter);
        @Nullable Candidate best = null;
        for (var index : collection.indexes()) {
            var candidate = Candidate.of(index, conditions, sort);
            if (best == null || candidate.score() > best.score()) {
                best = candidate;
            }
            if (candidate.leadsToOne()) {
                break;
            }
        }
        if (best == null || best.score() <= 0) {
            return new Plan(new Walk.ByPlace(collection), sort.isEmpty(), conditions.isEmpty());
        }
        return best.plan(sort);
    }

    private static List<Condition> flat(Condition.All filter) {
        return filter.conditions().stream()
                .flatMap(c -> c instanceof Condition.All all ? flat(all).stream() : Stream.of(c))
                .toList();
    }

    private record Candidate(
            OrderedIndex index, Bounds bounds, boolean forwards, boolean backwards, int score) {

        private static final int ONE = 1000;

        static Candidate of(OrderedIndex index, List<Condition> conditions, SortSpec sort) {
            var bounds = new Bounds(index, conditions);
            var forwards = gives(index, bounds, sort, true);
            var backwards = gives(index, bounds, sort, false);
            var ordered = !sort.isEmpty() && (forwards || backwards);
            return new Candidate(index, bounds, forwards, backwards, score(bounds, ordered));
        }

        private static int score(Bounds bounds, boolean ordered) {
            if (!bounds.usable()) {
                return 0;
            }
            var narrowing = bounds.points() * 10 + (bounds.hasRange() ? 5 : 0);
            return (bounds.oneUniqueKey() ? ONE : narrowing) + (ordered ? 4 : 0);
        }

        /** Nothing narrows more. */
        boolean leadsToOne() {
            return score >= ONE;
        }

        Plan plan(SortSpec sort) {
            var sorted = sort.isEmpty() || forwards || backwards;
            var walk = new Walk.ByIndex(index, bounds.intervals(), forwards || !backwards);
            return new Plan(walk, sorted, bounds.exact());
        }

        /** Whether the index, read one way, has the documents in the wanted order. */
        private static boolean gives(
                OrderedIndex index, Bounds bounds, SortSpec sort, boolean forwards) {
            var parts = index.spec().parts();
            var at = 0;
            for (var wanted : sort.parts()) {
                if (isFixed(index, bounds, wanted)) {
                    continue;
                }
                while (at < parts.size() && bounds.isFixed(at)) {
                    at++;
                }
                if (at == parts.size()
                        || !same(parts.get(at), wanted, forwards)
                        || index.arrays(at) > 0) {
                    return false;
                }
                at++;
            }
            return true;
        }

        private static boolean same(IndexSpec.Part part, IndexSpec.Part wanted, boolean forwards) {
            return part.name().equals(wanted.name())
                    && (part.ascending() == wanted.ascending()) == forwards;
        }

        private static boolean isFixed(OrderedIndex index, Bounds bounds, IndexSpec.Part wanted) {
            var parts = index.spec().parts();
            for (int i = 0; i < bounds.points(); i++) {
                if (parts.get(i).name().equals(wanted.name())) {
                    return bounds.isFixed(i) && index.arrays(i) == 0;
                }
            }
            return false;
        }
    }
}
