package io.samling.webedge;

/** A query asked for a write that its view had not seen within the time it may wait: 503. */
public final class NotYetKnown extends RuntimeException {

    /**
     * @param sentence says what was waited for, how long, and where the view stands
     */
    public NotYetKnown(String sentence) {
        super(sentence, null, false, false);
    }
}
