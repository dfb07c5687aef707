package io.samling.eventfeed;

/** A Kafka record is no fact: its envelope is missing or garbled. */
final class UnreadableRecord extends Exception {

    UnreadableRecord(String reason) {
        super(reason);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
