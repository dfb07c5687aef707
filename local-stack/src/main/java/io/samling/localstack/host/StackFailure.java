package io.samling.localstack.host;

import org.jspecify.annotations.Nullable;

/** Why the local stack does not start or go on: one sentence for its user and an exit code. */
public class StackFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What kind of trouble it is, with the exit code a launcher can tell it by. */
    public enum Kind {
        WRONG_SETTING(2),
        PORT_BUSY(10),
        FOLDER_UNUSABLE(11),
        FOLDER_IN_USE(12),
        DATA_GARBLED(13),
        DISK_FULL(14),
        SERVER_DIED(15),
        OUT_OF_MEMORY(16);

        private final int exitCode;

        Kind(int exitCode) {
            this.exitCode = exitCode;
        }

        public int exitCode() {
            return exitCode;
        }
    }

    private final Kind kind;

    public StackFailure(Kind kind, String sentence) {
        super(sentence);
        this.kind = kind;
    }

    public StackFailure(Kind kind, String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
