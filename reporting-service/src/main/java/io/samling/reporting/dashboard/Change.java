package io.samling.reporting.dashboard;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened, as a fact tells it.
 *
 * @param id the fact's
 * @param order which of two recorded at the same moment in the same log came later
 * @param recorded when the service recorded it
 * @param type the fact's, such as {@code io.samling.member.membership-began.v1}
 * @param subject the id of what it is about
 * @param name what that is called, where it is known
 * @param names what others are called that the fact names by id or code
 * @param body the fact itself, as it was told
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Change(
        String id,
        long order,
        Instant recorded,
        String type,
        String subject,
        @Nullable String name,
        Map<String, String> names,
        @JsonRawValue String body) {

    public Change {
        names = Map.copyOf(names);
    }
}
