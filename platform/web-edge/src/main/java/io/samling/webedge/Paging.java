package io.samling.webedge;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Which part of a list is asked for, taken from the parameters {@code limit} and {@code cursor}:
 * declare it as {@code @Valid Paging paging}.
 *
 * @param limit how many at most; 50 where nothing is said
 * @param cursor as the page before gave it
 */
public record Paging(
        @Nullable @Min(1) @Max(500) Integer limit, @Nullable @Size(max = 500) String cursor) {

    private static final int USUAL = 50;

    /** How many are asked for. */
    public int size() {
        return limit == null ? USUAL : limit;
    }

    /** The key after which the page begins, as given to {@link Page#cursorAfter}, if any. */
    public @Nullable String after() {
        if (cursor == null || cursor.isEmpty()) {
            return null;
        }
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notOurs) {
            throw EdgeProblem.of(
                            HttpStatus.BAD_REQUEST,
                            "malformed-cursor",
                            "Send a cursor exactly as the page before gave it.")
                    .with("field", "cursor");
        }
    }
}
