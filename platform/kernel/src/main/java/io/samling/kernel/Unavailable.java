package io.samling.kernel;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The system could not do it, and no rule of the domain is the reason. The caller hears why and
 * what to do: try again after a while, or ask again with the same id or key.
 */
public final class Unavailable extends RuntimeException {

    private final String code;
    private final Kind kind;
    private final Duration retryAfter;

    private Unavailable(
            Kind kind,
            String code,
            String sentence,
            Duration retryAfter,
            @Nullable Throwable cause) {
        super(sentence, cause);
        this.kind = kind;
        this.code = code;
        this.retryAfter = retryAfter;
    }

    /**
     * Nothing was done; trying again after the time given makes sense: 503.
     *
     * @param code stable, kebab case, such as {@code too-busy}; it becomes a problem type
     * @param sentence one that a user can act on
     */
    public static Unavailable nothingDone(String code, String sentence, Duration retryAfter) {
        return new Unavailable(Kind.NOTHING_DONE, code, sentence, retryAfter, null);
    }

    /** Whether it was done is not known; the same request sent again settles it: 504. */
    public static Unavailable outcomeUnknown(@Nullable Throwable cause) {
        return new Unavailable(
                Kind.OUTCOME_UNKNOWN,
                "outcome-unknown",
                "Whether this was stored is not known: send the same request again, with the same"
                        + " id or Idempotency-Key, and it takes effect once.",
                Duration.ofSeconds(1),
                cause);
    }

    /** Stable, machine-readable: clients branch on it, so it never changes once released. */
    public String code() {
        return code;
    }

    /** What is known of the outcome; the HTTP edge chooses the status by it. */
    public Kind kind() {
        return kind;
    }

    /** After how long to try again. */
    public Duration retryAfter() {
        return retryAfter;
    }

    /** The message, which it always has. */
    public String sentence() {
        return String.valueOf(getMessage());
    }

    /** What is known of the outcome. */
    public enum Kind {
        /** Nothing has been changed: 503. */
        NOTHING_DONE,
        /** It may or may not have been stored: 504. */
        OUTCOME_UNKNOWN
    }
}
