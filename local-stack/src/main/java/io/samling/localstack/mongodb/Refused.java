package io.samling.localstack.mongodb;

import de.bwaldvogel.mongo.exception.MongoServerError;

/** What the stand-in answers to what it does not do, by name. */
final class Refused {

    private Refused() {}

    /** Refuses something that a real server may know and the stand-in does not. */
    static MongoServerError unknown(String what) {
        return new MongoServerError(
                238,
                "NotImplemented",
                "The MongoDB stand-in does not know %s; see docs/mongodb-subset.md"
                        .formatted(what));
    }

    /** Refuses what a real server refuses too. */
    static MongoServerError bad(String sentence) {
        return new MongoServerError(2, "BadValue", sentence);
    }

    static MongoServerError cursorGone(long id) {
        return new MongoServerError(43, "CursorNotFound", "cursor id " + id + " not found");
    }

    static MongoServerError duplicate(String namespace, String index, Object key) {
        return new MongoServerError(
                11000,
                "DuplicateKey",
                "E11000 duplicate key error collection: %s index: %s dup key: %s"
                        .formatted(namespace, index, key));
    }

    static MongoServerError outgrown() {
        return new MongoServerError(146, "ExceededMemoryLimit", Memory.sentence());
    }
}
