package io.samling.member.membership;

import java.util.UUID;

/**
 * A member, by an id that the client chose; it stays the same through all its periods.
 *
 * @param value prints as the name of the member's stream, {@code member-<uuid>}
 */
public record MemberId(UUID value) {

    /** Reads an id as events hold it. */
    public static MemberId of(String text) {
        return new MemberId(UUID.fromString(text));
    }

    /** As events and facts hold it: the UUID alone. */
    public String text() {
        return value.toString();
    }

    @Override
    public String toString() {
        return "member-" + value;
    }
}
