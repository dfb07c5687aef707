package io.samling.localstack.mongodb;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A dotted path into documents, and how MongoDB follows it through arrays. */
record FieldPath(String text, List<String> parts) {

    static FieldPath of(String text) {
        return new FieldPath(text, List.of(text.split("\\.", -1)));
    }

    /** Whether a value at the path passes; an array passes by itself or by one of its elements. */
    boolean anyValue(Document document, Predicate<@Nullable Object> test) {
        return any(document, 0, true, test);
    }

    /** Like the other, but an array at the end of the path is taken as a whole. */
    boolean anyWhole(Document document, Predicate<@Nullable Object> test) {
        return any(document, 0, false, test);
    }

    private boolean any(
            @Nullable Object value, int at, boolean elements, Predicate<@Nullable Object> test) {
        if (at == parts.size()) {
            return end(value, elements, test);
        }
        return switch (value) {
            case Document d -> any(d.getOrMissing(parts.get(at)), at + 1, elements, test);
            case List<?> list -> through(list, at, elements, test);
            case null, default -> test.test(Missing.getInstance());
        };
    }

    private static boolean end(
            @Nullable Object value, boolean elements, Predicate<@Nullable Object> test) {
        if (elements && value instanceof List<?> list) {
            for (var element : list) {
                if (test.test(element)) {
                    return true;
                }
            }
        }
        return test.test(value);
    }

    private boolean through(
            List<?> list, int at, boolean elements, Predicate<@Nullable Object> test) {
        var index = parts.get(at);
        if (index.matches("\\d{1,9}") && Integer.parseInt(index) < list.size()) {
            if (any(list.get(Integer.parseInt(index)), at + 1, elements, test)) {
                return true;
            }
        }
        for (var element : list) {
            if (element instanceof Document && any(element, at, elements, test)) {
                return true;
            }
        }
        return false;
    }
}
