package io.samling.eventfeed;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a service makes of the facts of one topic: one bean for each.
 *
 * @param <F> the contract's facts
 * @param <V> what its rows say
 * @param <R> where its rows are held in memory
 */
public interface Family<F, V, R extends SubjectRows<V>> {

    /** Such as {@code member}. */
    String name();

    /** The service whose log tells these facts. */
    String service();

    /** The topic that they come on. */
    String topic();

    /** Goes up by one when the same facts shall make other rows. */
    int version();

    /**
     * Reads a fact's body.
     *
     * @return null for a type that this version does not know: it is kept and ignored
     * @throws RuntimeException where a known type cannot be read
     */
    @Nullable F read(KeptFact fact);

    /** A new subject, of which nothing is known. */
    Fold<F, V> fold();

    /** Where rows of this family are held: empty. */
    R emptyRows();

    /** What a row says, for storing it as named columns of plain types. */
    Map<String, Object> columns(V value);

    /** The reverse of {@link #columns}. */
    V value(Columns columns);
}
