package io.samling.eventstore.log;

/** The log is not what was written: a commit is missing, or is another one than it was. */
public final class LogBroken extends RuntimeException {

    /** A fault that a person must look at; reading stops. */
    public LogBroken(String message) {
        super(message);
    }
}
