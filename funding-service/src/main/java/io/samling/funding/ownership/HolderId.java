package io.samling.funding.ownership;

import java.util.UUID;

/** One who may hold shares, by an id that the client chose and that is unique in the register. */
public record HolderId(UUID value) {

    /** The plain UUID. */
    String text() {
        return value.toString();
    }
}
