package io.samling.localstack.mongodb;

import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import io.samling.localstack.mongodb.Condition.All;
import io.samling.localstack.mongodb.Condition.Any;
import io.samling.localstack.mongodb.Condition.Between;
import io.samling.localstack.mongodb.Condition.Element;
import io.samling.localstack.mongodb.Condition.ElementValue;
import io.samling.localstack.mongodb.Condition.Exists;
import io.samling.localstack.mongodb.Condition.Field;
import io.samling.localstack.mongodb.Condition.Not;
import io.samling.localstack.mongodb.Condition.OneOf;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a filter document into conditions; refuses operators outside the subset by name. */
final class Filter {

    private Filter() {}

    static All parse(Document filter) {
        var conditions = new ArrayList<Condition>();
        for (var entry : filter.entrySet()) {
            conditions.addAll(parse(entry.getKey(), entry.getValue()));
        }
        return new All(conditions);
    }

    private static List<Condition> parse(String name, @Nullable Object value) {
        return switch (name) {
            case "$and" -> List.copyOf(branches(name, value));
            case "$or" -> List.of(new Any(List.copyOf(branches(name, value))));
            case "$nor" -> List.of(new Not(new Any(List.copyOf(branches(name, value)))));
            case "$comment" -> List.of();
            default -> {
                if (name.startsWith("$")) {
                    throw Refused.unknown("the filter operator " + name);
                }
                yield field(FieldPath.of(name), value);
            }
        };
    }

    private static List<All> branches(String name, @Nullable Object value) {
        if (!(value instanceof List<?> list) || list.isEmpty()) {
            throw Refused.bad("$and/$or/$nor must be a nonempty array");
        }
        return list.stream().map(branch -> parse(document(name, branch))).toList();
    }

    private static List<Condition> field(FieldPath path, @Nullable Object value) {
        if (value instanceof BsonRegularExpression) {
            throw Refused.unknown("regular expressions in filters");
        }
        if (!(value instanceof Document operators) || !startsWithOperator(operators)) {
            return List.of(new Field(path, equal(value)));
        }
        var conditions = new ArrayList<Condition>();
        for (var operator : operators.entrySet()) {
            conditions.add(operator(path, operator.getKey(), operator.getValue()));
        }
        return conditions;
    }

    private static boolean startsWithOperator(Document value) {
        return !value.isEmpty() && value.keySet().iterator().next().startsWith("$");
    }

    private static Condition operator(FieldPath path, String operator, @Nullable Object operand) {
        return switch (operator) {
            case "$ne" -> new Not(new Field(path, equal(operand)));
            case "$nin" -> new Not(new Field(path, oneOf(operand)));
            case "$exists" -> exists(path, operand);
            case "$not" -> new Not(new All(field(path, document(operator, operand))));
            case "$elemMatch" -> elementMatch(path, document(operator, operand));
            default -> new Field(path, test(operator, operand));
        };
    }

    private static Condition exists(FieldPath path, @Nullable Object wanted) {
        var field = new Field(path, new Exists());
        var yes = wanted instanceof Number n ? n.doubleValue() != 0 : !Boolean.FALSE.equals(wanted);
        return yes ? field : new Not(field);
    }

    private static Condition elementMatch(FieldPath path, Document inner) {
        if (!startsWithOperator(inner) || inner.keySet().stream().anyMatch(LOGICAL::contains)) {
            return new Element(path, parse(inner));
        }
        var tests = new ArrayList<Condition.Test>();
        inner.forEach((operator, operand) -> tests.add(test(operator, operand)));
        return new ElementValue(path, tests);
    }

    private static final List<String> LOGICAL = List.of("$and", "$or", "$nor");

    private static Condition.Test test(String operator, @Nullable Object operand) {
        return switch (operator) {
            case "$eq" -> equal(operand);
            case "$in" -> oneOf(operand);
            case "$gt", "$gte", "$lt", "$lte" -> range(operator, operand);
            default -> throw Refused.unknown("the filter operator " + operator);
        };
    }

    /** Among numbers, one that is none equals itself and is neither more nor less than another. */
    private static Condition.Test range(String operator, @Nullable Object operand) {
        if (operand instanceof MinKey || operand instanceof MaxKey) {
            throw Refused.unknown("a range from or to the least or greatest of all values");
        }
        if (operand instanceof Double number && number.isNaN()) {
            return operator.endsWith("e") ? equal(operand) : new OneOf(List.of());
        }
        return switch (operator) {
            case "$gt" -> Between.greater(KeyWriter.keyOf(operand), false);
            case "$gte" -> Between.greater(KeyWriter.keyOf(operand), true);
            case "$lt" -> Between.less(KeyWriter.keyOf(operand), false);
            default -> Between.less(KeyWriter.keyOf(operand), true);
        };
    }

    private static OneOf equal(@Nullable Object value) {
        return new OneOf(List.of(KeyWriter.keyOf(value)));
    }

    private static OneOf oneOf(@Nullable Object values) {
        if (!(values instanceof List<?> list)) {
            throw Refused.bad("$in needs an array");
        }
        if (list.stream().anyMatch(BsonRegularExpression.class::isInstance)) {
            throw Refused.unknown("regular expressions in filters");
        }
        var keys = list.stream().map(KeyWriter::keyOf).sorted(Arrays::compareUnsigned);
        return new OneOf(distinct(keys.toList()));
    }

    private static List<byte[]> distinct(List<byte[]> sorted) {
        var distinct = new ArrayList<byte[]>();
        for (var key : sorted) {
            if (distinct.isEmpty() || !Arrays.equals(distinct.getLast(), key)) {
                distinct.add(key);
            }
        }
        return distinct;
    }

    private static Document document(String operator, @Nullable Object value) {
        if (value instanceof Document document) {
            return document;
        }
        throw Refused.bad(operator + " needs a document");
    }
}
