package io.samling.eventfeed;

import java.util.List;

/**
 * Takes in the facts of one subject in the order of their log, and says after each what counts
 * when. It knows nothing of Kafka, storage or the clock, and one is made for each derivation.
 */
public interface Fold<F, V> {

    /**
     * Takes in the next fact.
     *
     * @throws RuntimeException where the fact makes no sense after those before it; it is parked
     *     then, with all later ones of its subject
     */
    void tell(F fact);

    /** All that counts on any day, as known after the facts told so far; no two are equal. */
    List<Span<V>> spans();
}
