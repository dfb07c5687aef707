package io.samling.localstack.mongodb;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which fields of a document an answer shows: named ones only, or all but named ones. */
final class Projection {

    private final List<FieldPath> paths = new ArrayList<>();
    private final boolean including;
    private final boolean withId;
    private final @Nullable Set<String> leavesOut;

    private Projection(List<FieldPath> paths, boolean including, boolean withId) {
        this.paths.addAll(paths);
        this.including = including;
        this.withId = withId;
        this.leavesOut = wholeFieldsLeftOut();
    }

    /** Null where everything is shown. */
    static @Nullable Projection parse(@Nullable Document fields) {
        if (fields == null || fields.isEmpty()) {
            return null;
        }
        var shown = new ArrayList<FieldPath>();
        var hidden = new ArrayList<FieldPath>();
        for (var field : fields.entrySet()) {
            if (!field.getKey().equals("_id")) {
                (isShown(field) ? shown : hidden).add(FieldPath.of(field.getKey()));
            }
        }
        if (!shown.isEmpty() && !hidden.isEmpty()) {
            throw Refused.bad("Cannot do inclusion and exclusion in one projection");
        }
        var withId = !fields.containsKey("_id") || isOn(fields.get("_id"));
        var including = hidden.isEmpty() && (!shown.isEmpty() || withId);
        return new Projection(including ? shown : hidden, including, withId);
    }

    private static boolean isShown(Map.Entry<String, Object> field) {
        var name = field.getKey();
        if (name.startsWith("$") || name.contains(".$")) {
            throw Refused.unknown("the projection " + name);
        }
        return isOn(field.getValue());
    }

    private static boolean isOn(Object value) {
        return switch (value) {
            case Boolean on -> on;
            case Number number -> number.doubleValue() != 0;
            default -> throw Refused.unknown("the projection to " + value);
        };
    }

    /** Of a stored document; one that only leaves out whole fields is not decoded for it. */
    byte[] of(byte[] document) {
        return leavesOut == null
                ? Bson.encode(of(Bson.decode(document)))
                : RawBson.without(document, leavesOut);
    }

    private @Nullable Set<String> wholeFieldsLeftOut() {
        if (including || paths.stream().anyMatch(path -> path.parts().size() > 1)) {
            return null;
        }
        var names = paths.stream().map(FieldPath::text);
        return Stream.concat(names, withId ? Stream.empty() : Stream.of("_id"))
                .collect(Collectors.toUnmodifiableSet());
    }

    Document of(Document document) {
        var result = new Document();
        if (withId && document.containsKey("_id")) {
            result.put("_id", document.get("_id"));
        }
        result.putAll(project(document, paths, 0, true));
        return result;
    }

    private Document project(Document document, List<FieldPath> under, int depth, boolean top) {
        var result = new Document();
        for (var field : document.entrySet()) {
            if (top && field.getKey().equals("_id")) {
                continue;
            }
            var named =
                    under.stream()
                            .filter(p -> p.parts().get(depth).equals(field.getKey()))
                            .toList();
            project(field, named, depth, result);
        }
        return result;
    }

    private void project(
            Map.Entry<String, Object> field, List<FieldPath> named, int depth, Document result) {
        var ends = named.stream().anyMatch(path -> path.parts().size() == depth + 1);
        if (named.isEmpty() ? !including : ends && including) {
            result.put(field.getKey(), field.getValue());
        } else if (!named.isEmpty() && !ends) {
            within(field, named, depth + 1, result);
        }
    }

    private void within(
            Map.Entry<String, Object> field, List<FieldPath> named, int depth, Document result) {
        switch (field.getValue()) {
            case Document inner -> result.put(field.getKey(), project(inner, named, depth, false));
            case List<?> list -> result.put(field.getKey(), elements(list, named, depth));
            case null, default -> {
                if (!including) {
                    result.put(field.getKey(), field.getValue());
                }
            }
        }
    }

    private List<Object> elements(List<?> list, List<FieldPath> named, int depth) {
        var elements = new ArrayList<Object>();
        for (var element : list) {
            if (element instanceof Document inner) {
                elements.add(project(inner, named, depth, false));
            } else if (!including) {
                elements.add(element);
            }
        }
        return elements;
    }
}
