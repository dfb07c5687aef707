package io.samling.kernel;

import java.time.Duration;

/**
 * A command was not taken on, because too many wait already or the log cannot be written just now.
 * Nothing was stored; the HTTP edge answers 503 with {@code Retry-After}.
 */
public final class Overloaded extends RuntimeException {

    private final Duration retryAfter;

    /**
     * @param message one sentence that a user can act on
     * @param retryAfter when to try again
     */
    public Overloaded(String message, Duration retryAfter) {
        super(message, null, false, false);
        this.retryAfter = retryAfter;
    }

    /** When it makes sense to try again. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
