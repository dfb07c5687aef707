package io.samling.eventrelay;

import org.jspecify.annotations.Nullable;

/**
 * How the relay is doing.
 *
 * @param position every event up to here has been told; -1 for none
 * @param head the last event in the log as last seen; -1 for none
 * @param reason why it does not go on, where it does not
 * @param remark what was out of the ordinary when it last began
 */
public record RelayStatus(
        State state, long position, long head, @Nullable String reason, @Nullable String remark) {

    static final RelayStatus NOT_STARTED = new RelayStatus(State.STARTING, -1, -1, null, null);

    /** How many events are in the log and not yet told. */
    public long lag() {
        return Math.max(0, head - position);
    }

    RelayStatus began(long at, long lastInLog, @Nullable String what) {
        return new RelayStatus(state, at, lastInLog, reason, what);
    }

    RelayStatus told(long upTo, long lastInLog) {
        return new RelayStatus(State.RELAYING, upTo, Math.max(upTo, lastInLog), null, remark);
    }

    RelayStatus lookedAt(long lastInLog) {
        return new RelayStatus(state, position, Math.max(position, lastInLog), reason, remark);
    }

    RelayStatus stopped(State why, String sentence) {
        return new RelayStatus(why, position, head, sentence, remark);
    }

    /** What the relay is about. */
    public enum State {
        /** It looks where to go on. */
        STARTING,
        /** It tells what comes. */
        RELAYING,
        /** Another instance relays; this one takes over when that one is gone. */
        STANDBY,
        /** Something is away, such as the broker; it goes on by itself. */
        WAITING,
        /** Somebody has to act. */
        STANDING,
        /** The service is being shut down. */
        STOPPED
    }
}
