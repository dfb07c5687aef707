package io.samling.eventstore.view;

/** A view cannot show an event; it shows those before it. */
public final class EventNotShown extends RuntimeException {

    private final long position;

    EventNotShown(long position, RuntimeException cause) {
        super(cause.getMessage() + " at " + position, cause);
        this.position = position;
    }

    /** Where the event lies. */
    public long position() {
        return position;
    }
}
