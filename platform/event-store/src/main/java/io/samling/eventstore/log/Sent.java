package io.samling.eventstore.log;

/** What the server said to a batch. */
sealed interface Sent {

    /** All of it is safe. */
    record Stored() implements Sent {}

    /** What stands before the index is safe, that one was refused, what follows was not tried. */
    record RefusedAt(int index, int code, String message) implements Sent {

        private static final int DUPLICATE_KEY = 11000;

        boolean isDuplicate() {
            return code == DUPLICATE_KEY;
        }

        /** Too large, invalid, or not allowed to be indexed: sending it again changes nothing. */
        boolean isForGood() {
            return switch (code) {
                case 2, 9, 14, 52, 72, 121, 10334, 17280 -> true;
                default -> false;
            };
        }
    }

    /** Some of it may be stored, or may yet be, or may not. */
    record Unknown(RuntimeException cause) implements Sent {}
}
