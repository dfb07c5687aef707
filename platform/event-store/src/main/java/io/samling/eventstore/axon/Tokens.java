package io.samling.eventstore.axon;

import io.samling.eventstore.LogIdentity;
import io.samling.eventstore.LogToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.jspecify.annotations.Nullable;

/** Reads a position out of Axon's tokens. */
final class Tokens {

    private Tokens() {}

    /**
     * The position that comes after a token.
     *
     * @throws IllegalStateException where the token is of another log
     */
    static long next(@Nullable TrackingToken token, LogIdentity identity) {
        return switch (token == null ? null : WrappedToken.unwrapLowerBound(token)) {
            case null -> 0;
            case LogToken of when of.logId().equals(identity.logId()) -> of.at() + 1;
            case LogToken of ->
                    throw new IllegalStateException(
                            "This reader has read the log "
                                    + of.logId()
                                    + ", the log now is "
                                    + identity.logId()
                                    + ": ./samling rebuild --service "
                                    + identity.service()
                                    + " makes anew what it made");
            case TrackingToken other ->
                    throw new IllegalStateException("Not a token of a log: " + other.getClass());
        };
    }

    /** The position of the event that a token stands at. */
    static long position(TrackingToken token) {
        return token.position().orElse(-1);
    }
}
