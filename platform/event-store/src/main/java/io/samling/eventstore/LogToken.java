package io.samling.eventstore;

import java.util.Objects;
import java.util.OptionalLong;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

/**
 * How far a reader of the log has come.
 *
 * @param logId the log it has read; a token of another log is refused
 * @param at the position of the last event it has seen, -1 before the first
 */
public record LogToken(String logId, long at) implements TrackingToken {

    @Override
    public TrackingToken lowerBound(TrackingToken other) {
        return at <= sameLog(other).at ? this : other;
    }

    @Override
    public TrackingToken upperBound(TrackingToken other) {
        return at >= sameLog(other).at ? this : other;
    }

    @Override
    public boolean covers(@Nullable TrackingToken other) {
        return other == null || sameLog(other).at <= at;
    }

    @Override
    public OptionalLong position() {
        return OptionalLong.of(at);
    }

    private LogToken sameLog(TrackingToken other) {
        if (other instanceof LogToken token && Objects.equals(logId, token.logId)) {
            return token;
        }
        throw new IllegalArgumentException(
                "The tokens " + this + " and " + other + " differ in log");
    }
}
