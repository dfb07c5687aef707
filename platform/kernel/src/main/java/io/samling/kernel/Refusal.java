package io.samling.kernel;

/** The business said no: a rule of the domain, not a fault of the system, stopped a command. */
public abstract class Refusal extends RuntimeException {

    private final String code;
    private final Kind kind;

    /**
     * @param code stable and machine-readable, kebab case, such as {@code periods-overlap}; it
     *     becomes the problem type {@code /problems/<code>} and never changes once released
     * @param message one sentence that a user can act on; it holds no personal data
     */
    protected Refusal(Kind kind, String code, String message) {
        super(message, null, false, false);
        this.kind = kind;
        this.code = code;
    }

    /** Stable, machine-readable: clients branch on it, so it never changes once released. */
    public String code() {
        return code;
    }

    /** What sort of no this is; the HTTP edge chooses the status by it. */
    public Kind kind() {
        return kind;
    }

    /** The message, which a refusal always has. */
    public String sentence() {
        return String.valueOf(getMessage());
    }

    /** The sorts of no. */
    public enum Kind {
        /** What was sent makes no sense in itself: 400. */
        MALFORMED,
        /** What it is about does not exist: 404. */
        UNKNOWN,
        /** It contradicts what is already recorded: 409. */
        CONFLICT,
        /** The caller decided on a version that has been superseded: 412. */
        SUPERSEDED,
        /** It is understood, and a rule forbids it: 422. */
        FORBIDDEN_BY_RULE
    }
}
