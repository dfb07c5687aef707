package io.samling.eventrelay;

import org.jspecify.annotations.Nullable;

/** Why the relay cannot go on, in a sentence for whoever runs the service. */
abstract sealed class RelayFault extends RuntimeException {

    private RelayFault(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }

    /** The message, which a fault always has. */
    String reason() {
        return String.valueOf(getMessage());
    }

    /** Somebody has to act: the relay stands still, tries again and says so until then. */
    static final class Stands extends RelayFault {

        Stands(String reason) {
            super(reason, null);
        }
    }

    /** One event cannot be told; everything before it can. */
    static final class Obstacle extends RelayFault {

        private final long position;

        Obstacle(long position, Throwable cause) {
            super("Position " + position + " cannot be told: " + Reasons.of(cause), cause);
            this.position = position;
        }

        /** The event that cannot be told. */
        long position() {
            return position;
        }
    }

    /** Kafka refuses one record of a batch, and does not say for sure which. */
    static final class Unclear extends RelayFault {

        private final long last;

        Unclear(long first, long last, Throwable cause) {
            super(
                    "One of the positions %d to %d cannot be told: %s"
                            .formatted(first, last, Reasons.of(cause)),
                    cause);
            this.last = last;
        }

        /** The last event of the batch. */
        long last() {
            return last;
        }
    }

    /** Another instance relays this log now. */
    static final class Superseded extends RelayFault {

        Superseded(String reason, @Nullable Throwable cause) {
            super(reason, cause);
        }
    }
}
