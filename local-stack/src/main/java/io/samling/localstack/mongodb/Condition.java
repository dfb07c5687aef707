package io.samling.localstack.mongodb;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A filter, read once and then asked of many documents. */
sealed interface Condition {

    boolean matches(Document document);

    /** The fields of a document that it looks at, or into. */
    default Set<String> fields() {
        var fields = new HashSet<String>();
        addFields(this, fields);
        return fields;
    }

    private static void addFields(Condition condition, Set<String> fields) {
        switch (condition) {
            case All(var all) -> all.forEach(one -> addFields(one, fields));
            case Any(var any) -> any.forEach(one -> addFields(one, fields));
            case Not(var inner) -> addFields(inner, fields);
            case Field(var path, _) -> fields.add(path.parts().getFirst());
            case Element(var path, _) -> fields.add(path.parts().getFirst());
            case ElementValue(var path, _) -> fields.add(path.parts().getFirst());
        }
    }

    record All(List<Condition> conditions) implements Condition {
        @Override
        public boolean matches(Document document) {
            for (var condition : conditions) {
                if (!condition.matches(document)) {
                    return false;
                }
            }
            return true;
        }
    }

    record Any(List<Condition> conditions) implements Condition {
        @Override
        public boolean matches(Document document) {
            for (var condition : conditions) {
                if (condition.matches(document)) {
                    return true;
                }
            }
            return false;
        }
    }

    record Not(Condition condition) implements Condition {
        @Override
        public boolean matches(Document document) {
            return !condition.matches(document);
        }
    }

    /** Some value at the path passes the test. */
    record Field(FieldPath path, Test test) implements Condition {
        @Override
        public boolean matches(Document document) {
            return path.anyValue(document, test::passes);
        }
    }

    /** The array at the path has an element that is a document and matches as a whole. */
    record Element(FieldPath path, Condition condition) implements Condition {
        @Override
        public boolean matches(Document document) {
            return path.anyWhole(document, this::hasElement);
        }

        private boolean hasElement(@Nullable Object value) {
            return value instanceof List<?> list
                    && list.stream().anyMatch(e -> e instanceof Document d && condition.matches(d));
        }
    }

    /** The array at the path has an element that passes all tests by itself. */
    record ElementValue(FieldPath path, List<Test> tests) implements Condition {
        @Override
        public boolean matches(Document document) {
            return path.anyWhole(document, this::hasElement);
        }

        private boolean hasElement(@Nullable Object value) {
            return value instanceof List<?> list
                    && list.stream().anyMatch(e -> tests.stream().allMatch(t -> t.passes(e)));
        }
    }

    /** What is asked of a single value. */
    sealed interface Test {
        boolean passes(@Nullable Object value);
    }

    record Exists() implements Test {
        @Override
        public boolean passes(@Nullable Object value) {
            return !(value instanceof Missing);
        }
    }

    /** Equal to one of the values, given by their keys. */
    record OneOf(List<byte[]> keys) implements Test {
        @Override
        public boolean passes(@Nullable Object value) {
            var key = KeyWriter.keyOf(value);
            for (var wanted : keys) {
                if (Arrays.equals(key, wanted)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Between two edges among values of one type. */
    record Between(Edge from, Edge to) implements Test {
        @Override
        public boolean passes(@Nullable Object value) {
            var key = KeyWriter.keyOf(value);
            return Arrays.compareUnsigned(key, from.least()) >= 0
                    && Arrays.compareUnsigned(key, to.least()) < 0;
        }

        static Between greater(byte[] key, boolean orEqual) {
            return new Between(new Edge(key, !orEqual), Edge.after(type(key)));
        }

        static Between less(byte[] key, boolean orEqual) {
            return new Between(least(key), new Edge(key, orEqual));
        }

        /** Where the values of a type begin; what is not a number comes before all numbers. */
        private static Edge least(byte[] key) {
            var none = KeyWriter.keyOf(Double.NaN);
            return key[0] == none[0] ? Edge.after(none) : Edge.before(type(key));
        }

        private static byte[] type(byte[] key) {
            return Arrays.copyOf(key, 1);
        }
    }
}
