package io.samling.webedge;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param items in the list's order
 * @param next the cursor of the part that follows; absent on the last one
 */
public record Page<T>(List<T> items, @Nullable String next) {

    public Page {
        items = List.copyOf(items);
    }

    /**
     * A page from one row more than was asked for, by which it is seen whether more follow.
     *
     * @param rows up to {@code size + 1} of them
     * @param keyOf what orders the list and is unique in it
     */
    public static <T> Page<T> of(List<T> rows, int size, Function<T, String> keyOf) {
        if (rows.size() <= size) {
            return new Page<>(rows, null);
        }
        var items = rows.subList(0, size);
        return new Page<>(items, cursorAfter(keyOf.apply(items.getLast())));
    }

    /** The cursor of a page that begins after a key. */
    public static String cursorAfter(String key) {
        var bytes = key.getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
