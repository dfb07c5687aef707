package io.samling.eventfeed;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * The records because of which something is parked, each once whatever generation met it, and
 * whether others were told.
 */
final class PoisonRecords {

    /** Who has not told others by then has died over it. */
    private static final Duration CLAIM = Duration.ofSeconds(30);

    private static final UpdateOptions OR_INSERT = new UpdateOptions().upsert(true);

    private final MongoCollection<Document> records;

    PoisonRecords(MongoDatabase database) {
        records = database.getCollection("poison");
    }

    /** One record, and why it is poison. */
    record Poison(String id, TopicPartition partition, long offset, String reason) {}

    void prepare() {
        records.createIndex(Indexes.ascending("told", "claimed"));
    }

    /** Notes a record; one that is known already stays as it is. */
    void note(Uuid topicId, TopicPartition partition, long offset, String reason) {
        var id = topicId + "/" + partition.partition() + "/" + offset;
        Bson unlessKnown =
                Updates.combine(
                        Updates.setOnInsert("topic", partition.topic()),
                        Updates.setOnInsert("partition", partition.partition()),
                        Updates.setOnInsert("offset", offset),
                        Updates.setOnInsert("reason", reason),
                        Updates.setOnInsert("told", false),
                        Updates.setOnInsert("claimed", Date.from(Instant.EPOCH)));
        try {
            records.updateOne(Filters.eq("_id", id), unlessKnown, OR_INSERT);
        } catch (MongoWriteException failed) {
            if (failed.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw failed;
            }
            // another instance has noted it at the same moment
        }
    }

    /**
     * One that others were not told of and that nobody else is telling, null where there is none.
     */
    @Nullable Poison claim(Instant now) {
        var free = Filters.and(Filters.eq("told", false), Filters.lt("claimed", Date.from(now)));
        var document =
                records.findOneAndUpdate(free, Updates.set("claimed", Date.from(now.plus(CLAIM))));
        if (document == null) {
            return null;
        }
        var partition =
                new TopicPartition(document.getString("topic"), document.getInteger("partition"));
        return new Poison(
                document.getString("_id"),
                partition,
                document.getLong("offset"),
                document.getString("reason"));
    }

    /** Others were told. */
    void told(Poison poison) {
        records.updateOne(Filters.eq("_id", poison.id()), Updates.set("told", true));
    }

    /** How many others were not told of yet. */
    long waiting() {
        return records.countDocuments(Filters.eq("told", false));
    }
}
