package io.samling.kernel;

import org.jspecify.annotations.Nullable;

/** The way to ask a service for a change; the answer comes when the outcome is safe. */
public interface Commands {

    /**
     * Decides the command and waits until what was decided is on disk at a majority. A request
     * whose key was used before is not decided again: it gets the receipt of its first use.
     *
     * @throws Refusal where a rule says no, or the key was used for another request; nothing is
     *     stored then
     * @throws Unavailable where it was not taken on and nothing is stored, or where the database
     *     did not say in time whether it is stored
     */
    Receipt send(Object command, Origin origin);

    /**
     * Where a command comes from.
     *
     * @param actor who asks: a random id
     * @param correlation what belongs together, such as the id of the request
     * @param once a key under which this request takes effect at most once
     * @param expectedVersion the version of the aggregate that the caller has seen
     */
    record Origin(
            String actor,
            String correlation,
            @Nullable Once once,
            @Nullable Long expectedVersion) {}

    /**
     * A request that takes effect at most once.
     *
     * @param key the caller's idempotency key
     * @param request a hash of the request, so that the key is not used for another
     */
    record Once(String key, String request) {}

    /**
     * Where the outcome of a command stands.
     *
     * @param position such as {@code member:7f3a91c2:1234}; for a command that changed nothing, a
     *     position that covers what it relied on
     * @param version the aggregate's version: the number of its events less one
     */
    record Receipt(String position, long version) {}
}
