package io.samling.eventfeed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a stored row, read by name; a column that should be there and is not is a fault.
 */
public record Columns(Map<String, Object> named) {

    /** Whether there is such a column. */
    public boolean has(String name) {
        return named.containsKey(name);
    }

    /** A text. */
    public String text(String name) {
        return get(name, String.class);
    }

    /** A text that may be absent. */
    public @Nullable String textOrNull(String name) {
        return (String) named.get(name);
    }

    /** A number of eight bytes that may be absent. */
    public @Nullable Long numberOrNull(String name) {
        return (Long) named.get(name);
    }

    /** Rows within the row. */
    public List<Columns> list(String name) {
        List<Columns> rows = new ArrayList<>();
        for (var row : get(name, List.class)) {
            Map<String, Object> columns = new LinkedHashMap<>();
            ((Map<?, ?>) row).forEach((key, value) -> columns.put((String) key, value));
            rows.add(new Columns(columns));
        }
        return rows;
    }

    /** A number of four bytes. */
    public int whole(String name) {
        return get(name, Integer.class);
    }

    /** A number of eight bytes. */
    public long number(String name) {
        return get(name, Long.class);
    }

    /** A yes or no. */
    public boolean truth(String name) {
        return get(name, Boolean.class);
    }

    private <T> T get(String name, Class<T> type) {
        var value = named.get(name);
        if (value == null) {
            throw new IllegalStateException("A stored row has no " + name);
        }
        return type.cast(value);
    }
}
