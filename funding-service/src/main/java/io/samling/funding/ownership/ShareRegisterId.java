package io.samling.funding.ownership;

import java.util.UUID;

/**
 * A company's share register, by an id that the client chose.
 *
 * @param value prints as the name of the register's stream, {@code shareregister-<uuid>}
 */
public record ShareRegisterId(UUID value) {

    @Override
    public String toString() {
        return "shareregister-" + value;
    }
}
