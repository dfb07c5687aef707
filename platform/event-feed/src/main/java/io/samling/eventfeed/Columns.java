package io.samling.eventfeed;

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
