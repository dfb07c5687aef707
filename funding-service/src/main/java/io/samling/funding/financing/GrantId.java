package io.samling.funding.financing;

import java.util.UUID;

/**
 * A grant, by an id that the client chose.
 *
 * @param value prints as the name of the grant's stream, {@code grant-<uuid>}
 */
public record GrantId(UUID value) {

    @Override
    public String toString() {
        return "grant-" + value;
    }
}
