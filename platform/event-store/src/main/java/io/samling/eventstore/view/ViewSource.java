package io.samling.eventstore.view;

/** What a view is made of: the log, through the event handlers of its group. */
@FunctionalInterface
public interface ViewSource {

    /** Begins with the first event. */
    Reading open();

    /** A log being read once. */
    interface Reading extends AutoCloseable {

        /**
         * Gathers what the next events change.
         *
         * @param most so many events, unless several came of one
         * @param until the last position to read, which is in the log
         * @return up to where all was read
         */
        long into(Changes changes, int most, long until);

        @Override
        void close();
    }
}
