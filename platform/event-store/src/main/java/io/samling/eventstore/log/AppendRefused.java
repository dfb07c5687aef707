package io.samling.eventstore.log;

/** A commit that can never be stored: what it builds on has changed. Nothing of it is stored. */
public abstract sealed class AppendRefused extends RuntimeException {

    AppendRefused(String message) {
        super(message, null, false, false);
    }

    /** The stream has gone on, or the commit does not fit itself. */
    public static final class StreamMoved extends AppendRefused {

        StreamMoved(String stream, long sequence) {
            super("The stream " + stream + " has an event at " + sequence + " already");
        }
    }

    /** The idempotency key was used by an earlier commit. */
    public static final class KeyUsed extends AppendRefused {

        private final CommitHead first;

        KeyUsed(CommitHead first) {
            super("The idempotency key was used at " + first.position());
            this.first = first;
        }

        /** The commit that used it. */
        public CommitHead first() {
            return first;
        }
    }

    /** A claim is held by an earlier commit. */
    public static final class ClaimTaken extends AppendRefused {

        private final String claim;

        ClaimTaken(String claim, CommitHead holder) {
            super("The claim " + claim + " was taken at " + holder.position());
            this.claim = claim;
        }

        /** As the log keeps it. */
        public String claim() {
            return claim;
        }
    }

    /** The server said that it will never take this document. */
    public static final class NotStorable extends AppendRefused {

        NotStorable(int code, String message) {
            super("The database refuses the commit (code " + code + "): " + message);
        }
    }
}
