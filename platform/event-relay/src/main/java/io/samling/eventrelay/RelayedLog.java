package io.samling.eventrelay;

import java.time.Duration;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;

/** A service's log as the relay follows it: positions from 0 without gaps. */
interface RelayedLog {

    /** Which past this is: eight hexadecimal digits. */
    String id();

    /** The position of the last event that is safe, read afresh; -1 where there is none. */
    long head();

    /** A reading that goes on after a position; -1 begins with the first event. */
    Reading after(long position);

    /** One pass along the log, in order. */
    interface Reading extends AutoCloseable {

        /**
         * The next events; none where none came in time.
         *
         * @param most how many at the most
         * @param patience how long to wait for the first
         */
        List<Recorded> next(int most, Duration patience);

        @Override
        void close();
    }

    /** An event and its place in the log. */
    record Recorded(long position, EventMessage<?> message) {}
}
