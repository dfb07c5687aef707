package io.samling.eventstore.log;

import com.mongodb.MongoClientSettings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiPredicate;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * A query as the log's readers send them, understood as far as they need it; anything else fails.
 *
 * @param descending whether the last position comes first
 * @param limit 0 for none
 */
record Question(BsonDocument filter, boolean descending, int limit) {

    static Question of(@Nullable Bson filter, @Nullable Bson sort, int limit) {
        var order = sort == null ? new BsonDocument() : document(sort);
        var descending =
                order.containsKey(CommitDocument.POSITION)
                        && order.getInt32(CommitDocument.POSITION).getValue() < 0;
        return new Question(
                filter == null ? new BsonDocument() : document(filter), descending, limit);
    }

    private static BsonDocument document(Bson bson) {
        return bson.toBsonDocument(
                BsonDocument.class, MongoClientSettings.getDefaultCodecRegistry());
    }

    List<BsonDocument> among(List<BsonDocument> commits) {
        var found = new ArrayList<BsonDocument>();
        for (var commit : commits) {
            if (fits(commit, filter)) {
                found.add(commit);
            }
        }
        var byPosition = Comparator.<BsonDocument>comparingLong(Question::position);
        found.sort(descending ? byPosition.reversed() : byPosition);
        return limit == 0 || found.size() <= limit ? found : found.subList(0, limit);
    }

    private static long position(BsonDocument commit) {
        return commit.getInt64(CommitDocument.POSITION).getValue();
    }

    private static boolean fits(BsonDocument document, BsonDocument conditions) {
        return conditions.entrySet().stream()
                .allMatch(one -> fits(valueAt(document, one.getKey()), one.getValue()));
    }

    /** A field, or of an array of documents that field of each. */
    private static List<BsonValue> valueAt(BsonDocument document, String path) {
        var dot = path.indexOf('.');
        var value = document.get(dot < 0 ? path : path.substring(0, dot));
        if (value == null) {
            return List.of();
        }
        var values = value.isArray() ? value.asArray().getValues() : List.of(value);
        return dot < 0
                ? values
                : values.stream()
                        .map(each -> each.asDocument().get(path.substring(dot + 1)))
                        .toList();
    }

    private static boolean fits(List<BsonValue> values, BsonValue condition) {
        if (!condition.isDocument()) {
            return values.contains(condition);
        }
        return values.stream().anyMatch(value -> fitsAll(value, condition.asDocument()));
    }

    private static boolean fitsAll(BsonValue value, BsonDocument operators) {
        return operators.entrySet().stream()
                .allMatch(one -> operator(one.getKey()).test(value, one.getValue()));
    }

    private static BiPredicate<BsonValue, BsonValue> operator(String name) {
        return switch (name) {
            case "$gte" -> (value, bound) -> number(value) >= number(bound);
            case "$lte" -> (value, bound) -> number(value) <= number(bound);
            case "$lt" -> (value, bound) -> number(value) < number(bound);
            case "$elemMatch" -> (value, parts) -> fits(value.asDocument(), parts.asDocument());
            default -> throw new AssertionError("The simulated server does not know " + name);
        };
    }

    private static long number(BsonValue value) {
        return value.asNumber().longValue();
    }
}
