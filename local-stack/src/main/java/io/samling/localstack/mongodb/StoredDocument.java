package io.samling.localstack.mongodb;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Set;

/** A document's place in a collection and its present bytes, which are replaced, never changed. */
final class StoredDocument {

    private final long place;
    private final byte[] idKey;
    private byte[] bytes;

    StoredDocument(long place, byte[] idKey, byte[] bytes) {
        this.place = place;
        this.idKey = idKey;
        this.bytes = bytes;
    }

    /** Where it stands in the order of insertion. */
    long place() {
        return place;
    }

    byte[] idKey() {
        return idKey;
    }

    byte[] bytes() {
        return bytes;
    }

    /** Its fields of these names, decoded. */
    Document fields(Set<String> names) {
        return RawBson.only(bytes, names);
    }

    Document decode() {
        return Bson.decode(bytes);
    }

    void replace(byte[] newBytes) {
        bytes = newBytes;
    }
}
