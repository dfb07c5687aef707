package io.samling.eventfeed;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** From which log of each service figures are counted; another one is taken only when told to. */
final class AdoptedLogs {

    private static final ReplaceOptions OR_INSERT = new ReplaceOptions().upsert(true);

    private final MongoCollection<Document> logs;

    AdoptedLogs(MongoDatabase database, String name) {
        logs = database.getCollection(name);
    }

    /** The log id of a service, null before its first mark was seen. */
    @Nullable String of(String service) {
        var document = logs.find(Filters.eq("_id", service)).first();
        return document == null ? null : document.getString("log");
    }

    void adopt(String service, String logId) {
        logs.replaceOne(
                Filters.eq("_id", service),
                new Document("_id", service).append("log", logId),
                OR_INSERT);
    }
}
