package io.samling.localstack.mongodb;

import io.samling.localstack.mongodb.Condition.Between;
import io.samling.localstack.mongodb.Condition.Element;
import io.samling.localstack.mongodb.Condition.ElementValue;
import io.samling.localstack.mongodb.Condition.Field;
import io.samling.localstack.mongodb.Condition.OneOf;
import io.samling.localstack.mongodb.Condition.Test;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a filter says about the parts of one index, from the first part on: points, then at most one
 * range. Where arrays lie on the way, two conditions may hold for two different elements, so they
 * bound the index together only inside one {@code $elemMatch}.
 */
final class Bounds {

    private static final int MOST_POINTS = 10_000;

    private final OrderedIndex index;
    private final List<Condition> conditions;
    private final Set<Condition> used = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Boolean> fixed = new ArrayList<>();
    private List<byte[]> prefixes = List.of(new byte[0]);
    private @Nullable Between range;
    private boolean rangeAscending = true;
    private boolean bounded;

    /** The condition that speaks for the elements of the array, once one has been chosen. */
    private @Nullable Condition arrayOwner;

    Bounds(OrderedIndex index, List<Condition> conditions) {
        this.index = index;
        this.conditions = mostTellingFirst(conditions);
        var part = 0;
        while (part < index.spec().parts().size() && bind(part)) {
            part++;
        }
    }

    /** How many leading parts hold points. */
    int points() {
        return fixed.size();
    }

    boolean hasRange() {
        return range != null;
    }

    /** Whether the part can hold one value only. */
    boolean isFixed(int part) {
        return part < fixed.size() && fixed.get(part);
    }

    /** A sparse index leaves documents out, so it serves only who asks for what it holds. */
    boolean usable() {
        return bounded || !index.spec().sparse();
    }

    /** Whether every document in the bounds matches, so that nothing is left to look at. */
    boolean exact() {
        return conditions.stream().allMatch(condition -> used.contains(condition));
    }

    boolean oneUniqueKey() {
        return index.spec().unique()
                && fixed.size() == index.spec().parts().size()
                && fixed.stream().allMatch(one -> one);
    }

    /** The stretches of the index, in order. */
    List<Interval> intervals() {
        var intervals = new ArrayList<Interval>();
        for (var prefix : prefixes) {
            intervals.add(interval(prefix));
        }
        intervals.sort((one, other) -> Arrays.compareUnsigned(one.from(), other.from()));
        return intervals;
    }

    private Interval interval(byte[] prefix) {
        if (range == null) {
            return prefix.length == 0
                    ? new Interval(new byte[0], new byte[] {(byte) 0xFF, (byte) 0xFF})
                    : new Interval(prefix, Edge.after(prefix).least());
        }
        var from = rangeAscending ? range.from() : range.to().reversed();
        var to = rangeAscending ? range.to() : range.from().reversed();
        return new Interval(from.under(prefix).least(), to.under(prefix).least());
    }

    private boolean bind(int part) {
        var claims = claims(part);
        for (var claim : claims) {
            if (claim.test() instanceof OneOf points) {
                return bindPoints(part, points, claim);
            }
        }
        for (var claim : claims) {
            if (claim.test() instanceof Between between) {
                range = range == null ? between : both(range, between);
                rangeAscending = index.spec().parts().get(part).ascending();
                bounded |= between.from().start()[0] != KeyWriter.NULL;
                claim.use(used);
            }
        }
        return false;
    }

    private boolean bindPoints(int part, OneOf points, Claim claim) {
        if (prefixes.size() * (long) points.keys().size() > MOST_POINTS) {
            return false;
        }
        var ascending = index.spec().parts().get(part).ascending();
        var longer = new ArrayList<byte[]>();
        for (var prefix : prefixes) {
            for (var key : points.keys()) {
                var place = ascending ? Edge.before(key) : Edge.before(key).reversed();
                longer.add(place.under(prefix).start());
            }
        }
        prefixes = longer;
        fixed.add(points.keys().size() == 1);
        claim.use(used);
        bounded |= points.keys().stream().noneMatch(key -> key[0] == KeyWriter.NULL);
        return true;
    }

    /** A test that may bound a part, the condition it comes from, and whether it says all of it. */
    private record Claim(Condition condition, Test test, boolean whole) {

        void use(Set<Condition> used) {
            if (whole) {
                used.add(condition);
            }
        }
    }

    private List<Claim> claims(int part) {
        var path = index.spec().parts().get(part).path().text();
        var arrays = index.arrays(part);
        var claims = new ArrayList<Claim>();
        for (var condition : conditions) {
            if (arrays > 0 && arrayOwner != null && arrayOwner != condition) {
                continue;
            }
            var found = claims(condition, path, arrays);
            if (arrays > 0 && !found.isEmpty()) {
                arrayOwner = condition;
            }
            claims.addAll(found);
        }
        return claims;
    }

    /** An index holds values beside elements of arrays, so what wants an element looks again. */
    private static List<Claim> claims(Condition condition, String path, int arrays) {
        return switch (condition) {
            case Field(var at, var test) when at.text().equals(path) && indexed(test, arrays) ->
                    List.of(new Claim(condition, test, true));
            case Element(var at, Condition.All inner)
                    when path.startsWith(at.text() + ".") && arrays <= 1 ->
                    inside(condition, inner, path.substring(at.text().length() + 1));
            case ElementValue(var at, var tests) when at.text().equals(path) && arrays == 1 ->
                    tests.stream()
                            .filter(test -> indexed(test, arrays))
                            .map(test -> new Claim(condition, test, false))
                            .toList();
            default -> List.of();
        };
    }

    private static List<Claim> inside(Condition element, Condition.All inner, String path) {
        var claims = new ArrayList<Claim>();
        for (var condition : inner.conditions()) {
            if (condition instanceof Field(var at, var test)
                    && at.text().equals(path)
                    && indexed(test, 1)) {
                claims.add(new Claim(element, test, false));
            }
        }
        return claims;
    }

    private static boolean indexed(Test test, int arrays) {
        return switch (test) {
            case OneOf(var keys) -> keys.stream().allMatch(key -> indexed(key, arrays));
            case Between(var from, _) -> indexed(from.start(), arrays);
            case Condition.Exists() -> false;
        };
    }

    /** Whole arrays are not in an index; null stands for several things where arrays are. */
    private static boolean indexed(byte[] key, int arrays) {
        return key[0] != KeyWriter.ARRAY && (key[0] != KeyWriter.NULL || arrays == 0);
    }

    /**
     * Only one condition may bind an array: a whole element rather than points, those than ranges.
     */
    private static List<Condition> mostTellingFirst(List<Condition> conditions) {
        return conditions.stream().sorted(Comparator.comparing(Bounds::rank)).toList();
    }

    private static int rank(Condition condition) {
        return switch (condition) {
            case Element _ -> 0;
            case Field(_, OneOf _) -> 1;
            default -> 2;
        };
    }

    private static Between both(Between one, Between other) {
        var from = later(one.from(), other.from()) ? one.from() : other.from();
        var to = later(one.to(), other.to()) ? other.to() : one.to();
        return new Between(from, to);
    }

    private static boolean later(Edge one, Edge other) {
        return Arrays.compareUnsigned(one.least(), other.least()) >= 0;
    }
}
