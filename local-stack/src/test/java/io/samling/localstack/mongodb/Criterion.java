package io.samling.localstack.mongodb;

import com.mongodb.client.model.Filters;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.bson.Document;
import org.bson.conversions.Bson;

/** A filter in two forms: as it is sent, and as plain Java says it. */
record Criterion(Bson sent, Predicate<Document> meant) {

    static Criterion byId(int id) {
        return new Criterion(Filters.eq("_id", id), d -> d.getInteger("_id") == id);
    }

    static Criterion random(RandomGenerator random) {
        var one = simple(random);
        return switch (random.nextInt(6)) {
            case 0 -> and(one, simple(random));
            case 1 -> and(and(one, simple(random)), simple(random));
            case 2 -> or(one, simple(random));
            case 3 -> new Criterion(Filters.empty(), _ -> true);
            default -> one;
        };
    }

    static Criterion and(Criterion one, Criterion other) {
        return new Criterion(Filters.and(one.sent, other.sent), one.meant.and(other.meant));
    }

    private static Criterion or(Criterion one, Criterion other) {
        return new Criterion(Filters.or(one.sent, other.sent), one.meant.or(other.meant));
    }

    private static Criterion simple(RandomGenerator random) {
        var n = random.nextInt(8);
        var field = random.nextBoolean() ? "a" : "b";
        return switch (random.nextInt(15)) {
            case 0 -> new Criterion(Filters.eq(field, n), d -> Objects.equals(d.get(field), n));
            case 1 -> new Criterion(Filters.gt(field, n), d -> has(d, field, v -> v > n));
            case 2 -> new Criterion(Filters.gte(field, n), d -> has(d, field, v -> v >= n));
            case 3 -> new Criterion(Filters.lt(field, (long) n), d -> has(d, field, v -> v < n));
            case 4 -> new Criterion(Filters.lte(field, n + 0.5), d -> has(d, field, v -> v <= n));
            case 5 -> new Criterion(Filters.eq(field, null), d -> d.get(field) == null);
            case 6 -> new Criterion(Filters.exists(field), d -> d.containsKey(field));
            case 7 -> new Criterion(Filters.exists(field, false), d -> !d.containsKey(field));
            case 8 -> new Criterion(Filters.ne(field, n), d -> !Objects.equals(d.get(field), n));
            case 9 ->
                    new Criterion(
                            Filters.in(field, n, n + 2),
                            d -> has(d, field, v -> v == n || v == n + 2));
            case 10 -> new Criterion(Filters.lt("_id", n * 5), d -> d.getInteger("_id") < n * 5);
            case 11 -> new Criterion(Filters.gte("_id", n * 5), d -> d.getInteger("_id") >= n * 5);
            case 12 ->
                    new Criterion(
                            Filters.eq("s.id", name(n)),
                            d -> streams(d).stream().anyMatch(s -> is(s, n)));
            case 13 ->
                    new Criterion(
                            Filters.gt("s.n", n),
                            d -> streams(d).stream().anyMatch(s -> s.getInteger("n") > n));
            default -> element(n, random.nextInt(8));
        };
    }

    private static Criterion element(int name, int from) {
        return new Criterion(
                Filters.elemMatch(
                        "s", Filters.and(Filters.eq("id", name(name)), Filters.gte("n", from))),
                d -> streams(d).stream().anyMatch(s -> is(s, name) && s.getInteger("n") >= from));
    }

    static String name(int n) {
        return "stream-" + n;
    }

    private static boolean is(Document stream, int n) {
        return name(n).equals(stream.getString("id"));
    }

    private static boolean has(Document document, String field, Predicate<Integer> test) {
        return document.get(field) instanceof Integer value && test.test(value);
    }

    private static List<Document> streams(Document document) {
        return document.getList("s", Document.class, List.of());
    }
}
