package io.samling.eventfeed;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.util.UUID;
import org.bson.Document;

/** Tells every instance that parked facts were repaired, so that it takes them up. */
final class Repairs {

    private static final ReplaceOptions OR_INSERT = new ReplaceOptions().upsert(true);
    private static final String ID = "latest";

    private final MongoCollection<Document> repairs;

    Repairs(MongoDatabase database) {
        repairs = database.getCollection("repairs");
    }

    /** Another text after each repair. */
    String latest() {
        var document = repairs.find(Filters.eq("_id", ID)).first();
        return document == null ? "" : document.getString("repair");
    }

    void tell() {
        var repair = UUID.randomUUID().toString();
        repairs.replaceOne(
                Filters.eq("_id", ID), new Document("_id", ID).append("repair", repair), OR_INSERT);
    }
}
