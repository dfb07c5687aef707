package io.samling.eventstore;

/** Something was to be done with an event that this code cannot read. */
public final class UnreadableEventMet extends RuntimeException {

    private final long position;

    /** Says where the event lies and why it cannot be read. */
    public UnreadableEventMet(UnreadableEvent event, long position) {
        super(
                "The event at position "
                        + position
                        + " ("
                        + event.name()
                        + ") cannot be read: "
                        + event.reason());
        this.position = position;
    }

    /** Where the event lies. */
    public long position() {
        return position;
    }
}
