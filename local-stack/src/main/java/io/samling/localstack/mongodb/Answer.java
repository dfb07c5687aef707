package io.samling.localstack.mongodb;

import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a command answers: a document, or a page of documents as they are stored. */
record Answer(Document body, @Nullable Page page) {

    /** A page of a cursor; cursor id 0 means it was the last. */
    record Page(String namespace, long cursor, boolean first, List<byte[]> documents) {}

    static Answer of(Document body) {
        return new Answer(body.append("ok", 1.0), null);
    }

    static Answer ok() {
        return of(new Document());
    }

    static Answer page(Page page) {
        return new Answer(new Document(), page);
    }

    /** All documents at once, of a kind that a client reads as a cursor. */
    static Answer whole(String namespace, List<Document> documents) {
        var bytes = documents.stream().map(Bson::encode).toList();
        return page(new Page(namespace, 0, true, bytes));
    }
}
