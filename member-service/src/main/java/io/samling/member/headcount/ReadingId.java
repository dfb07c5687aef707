package io.samling.member.headcount;

import java.util.UUID;

/** A reading, by an id that the client chose. */
public record ReadingId(UUID value) {

    /** As events and facts hold it. */
    public String text() {
        return value.toString();
    }
}
