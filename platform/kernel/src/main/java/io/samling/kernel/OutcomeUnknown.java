package io.samling.kernel;

/**
 * It is not known yet whether a command took effect: the database did not say in time. The same
 * request, sent again with the same id or idempotency key, finds out; the HTTP edge answers 504.
 */
public final class OutcomeUnknown extends RuntimeException {

    /** An outcome that is still open after the time that a caller waits. */
    public OutcomeUnknown() {
        super(
                "It is not known yet whether this was stored; send it again with the same id or"
                        + " the same idempotency key",
                null,
                false,
                false);
    }
}
