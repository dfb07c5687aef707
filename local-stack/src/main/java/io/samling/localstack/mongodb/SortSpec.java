package io.samling.localstack.mongodb;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The order in which an answer is wanted. */
record SortSpec(List<IndexSpec.Part> parts) {

    static SortSpec parse(@Nullable Document sort) {
        var parts = new ArrayList<IndexSpec.Part>();
        if (sort != null) {
            sort.forEach((path, direction) -> parts.add(part(path, direction)));
        }
        return new SortSpec(List.copyOf(parts));
    }

    private static IndexSpec.Part part(String path, @Nullable Object direction) {
        if (path.startsWith("$") || !(direction instanceof Number number)) {
            throw Refused.unknown("a sort by " + path + ": " + direction);
        }
        return new IndexSpec.Part(FieldPath.of(path), number.doubleValue() > 0);
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    boolean isById() {
        return parts.size() == 1 && parts.getFirst().name().equals("_id");
    }

    /** Bytes whose order is the wanted order. */
    byte[] keyOf(StoredDocument stored) {
        if (isById() && parts.getFirst().ascending()) {
            return stored.idKey();
        }
        if (isById()) {
            return Edge.before(stored.idKey()).reversed().start();
        }
        var document = stored.decode();
        var key = new KeyWriter();
        for (var part : parts) {
            key.raw(IndexEntries.of(only(part), document).first());
        }
        return key.toBytes();
    }

    private static IndexSpec only(IndexSpec.Part part) {
        return new IndexSpec("sort", List.of(part), false, false);
    }
}
