package io.samling.eventstore.log;

import org.bson.BsonDocument;

/** A commit with the place it is sent to. It keeps it until it is known what became of it. */
record PlacedCommit(PendingCommit pending, BsonDocument document, CommitHead head) {

    static PlacedCommit after(CommitHead before, PendingCommit pending, long floor) {
        var document = CommitDocument.after(before, pending.commit(), floor);
        return new PlacedCommit(pending, document, CommitDocument.head(document));
    }

    NewCommit commit() {
        return pending.commit();
    }
}
