package io.samling.eventstore.view;

import java.util.Map;
import org.bson.Document;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * A row as it lies in MongoDB: {@code {_id, since, at, <its keys>, row}}.
 *
 * @param since the position of the event that it began with
 * @param at the position of the last event that is in it
 */
record StoredRow<T>(String id, long since, long at, T row) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

    static <T> StoredRow<T> of(RowSort<T> sort, Document document) {
        return new StoredRow<>(
                document.getString("_id"),
                document.getLong("since"),
                document.getLong("at"),
                JSON.convertValue(document.get("row"), sort.type()));
    }

    Document document(RowSort<T> sort) {
        var document = new Document("_id", id).append("since", since).append("at", at);
        document.putAll(sort.keys().of(row, since));
        return document.append("row", new Document(JSON.convertValue(row, FIELDS)));
    }
}
