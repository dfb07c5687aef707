package io.samling.localstack.mongodb;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an index is asked to be. */
record IndexSpec(String name, List<Part> parts, boolean unique, boolean sparse) {

    static final IndexSpec BY_ID =
            new IndexSpec("_id_", List.of(new Part(FieldPath.of("_id"), true)), true, false);

    private static final Set<String> KNOWN =
            Set.of("name", "key", "unique", "sparse", "v", "ns", "background");

    /** One field of the key and its direction. */
    record Part(FieldPath path, boolean ascending) {

        String name() {
            return path.text();
        }
    }

    static IndexSpec parse(Document description) {
        for (var option : description.keySet()) {
            if (!KNOWN.contains(option)) {
                throw Refused.unknown("the index option " + option);
            }
        }
        var parts = new ArrayList<Part>();
        Fields.document(description, "key").forEach((path, way) -> parts.add(part(path, way)));
        return new IndexSpec(
                String.valueOf(description.get("name")),
                List.copyOf(parts),
                Boolean.TRUE.equals(description.get("unique")),
                Boolean.TRUE.equals(description.get("sparse")));
    }

    private static Part part(String path, @Nullable Object direction) {
        if (!(direction instanceof Number number)) {
            throw Refused.unknown("an index of kind " + direction);
        }
        if (path.contains("$") || path.matches("(.*\\.)?\\d+(\\..*)?")) {
            throw Refused.unknown("an index on the path " + path);
        }
        return new Part(FieldPath.of(path), number.doubleValue() > 0);
    }

    /** The fields of a document that it looks at, or into. */
    Set<String> fields() {
        return parts.stream()
                .map(part -> part.path().parts().getFirst())
                .collect(Collectors.toUnmodifiableSet());
    }

    Document describe() {
        var description = new Document("v", 2).append("key", key()).append("name", name);
        if (unique && !this.equals(BY_ID)) {
            description.append("unique", true);
        }
        if (sparse) {
            description.append("sparse", true);
        }
        return description;
    }

    Document key() {
        var key = new Document();
        parts.forEach(part -> key.append(part.name(), part.ascending() ? 1 : -1));
        return key;
    }
}
