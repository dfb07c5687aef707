package io.samling.eventstore.log;

import io.samling.kernel.Refusal;

/** How large a commit is in the log; one that is too large is refused by name. */
final class CommitSize {

    /** A character may take three bytes, so below this the exact size does not matter. */
    private static final int SURELY_SMALL = CommitDocument.LARGEST / 4;

    private CommitSize() {}

    static int of(NewCommit commit) {
        var rough = commit.roughSize();
        if (rough < SURELY_SMALL) {
            return rough;
        }
        var exact = CommitDocument.size(CommitDocument.after(CommitHead.GENESIS, commit, 0));
        if (exact > CommitDocument.LARGEST) {
            throw new CommitTooLarge(exact);
        }
        return exact;
    }

    private static final class CommitTooLarge extends Refusal {

        CommitTooLarge(int bytes) {
            super(
                    Kind.FORBIDDEN_BY_RULE,
                    "commit-too-large",
                    "What is to be recorded at once takes "
                            + bytes
                            + " bytes; at most "
                            + CommitDocument.LARGEST
                            + " are allowed. Split it.");
        }
    }
}
