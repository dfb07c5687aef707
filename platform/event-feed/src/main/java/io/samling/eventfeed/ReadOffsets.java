package io.samling.eventfeed;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Up to where each partition has been kept and derived, beside the data itself. An offset holds for
 * one topic, known by its id: another broker's topic of the same name is read from its beginning.
 */
final class ReadOffsets {

    private static final BulkWriteOptions IN_ANY_ORDER = new BulkWriteOptions().ordered(false);
    private static final ReplaceOptions OR_INSERT = new ReplaceOptions().upsert(true);

    private final MongoCollection<Document> offsets;

    ReadOffsets(MongoDatabase database, String name) {
        offsets = database.getCollection(name);
    }

    /**
     * The next offset to keep for the partitions of these topics; a partition not read is absent.
     */
    Map<TopicPartition, Long> of(Map<String, Uuid> topics) {
        Map<TopicPartition, Long> found = new HashMap<>();
        for (var document : all()) {
            var id = topics.get(document.getString("topic"));
            if (id != null && id.toString().equals(document.getString("topicId"))) {
                found.put(
                        new TopicPartition(
                                document.getString("topic"), document.getInteger("partition")),
                        document.getLong("offset"));
            }
        }
        return found;
    }

    /** Everything stored, of whatever topics. */
    Iterable<Document> all() {
        return offsets.find();
    }

    /**
     * Stores how far partitions of these topics are kept and derived. It never falls: somebody who
     * was paused while another went on has nothing new to say.
     */
    void store(Map<TopicPartition, Long> reached, Map<String, Uuid> topics) {
        List<WriteModel<Document>> writes = new ArrayList<>(reached.size());
        reached.forEach(
                (partition, offset) -> {
                    var topicId = String.valueOf(topics.get(partition.topic()));
                    var document =
                            new Document("_id", partition.toString())
                                    .append("topic", partition.topic())
                                    .append("partition", partition.partition())
                                    .append("topicId", topicId)
                                    .append("offset", offset);
                    writes.add(
                            new ReplaceOneModel<>(behind(document, topicId), document, OR_INSERT));
                });
        try {
            offsets.bulkWrite(writes, IN_ANY_ORDER);
        } catch (MongoBulkWriteException refused) {
            // found as far or further, so the upsert tried to insert a second one
            KeptFacts.Repeats.orThrow(refused);
        }
    }

    private static Bson behind(Document document, String topicId) {
        return Filters.and(
                Filters.eq("_id", document.getString("_id")),
                Filters.or(
                        Filters.ne("topicId", topicId),
                        Filters.lt("offset", document.getLong("offset"))));
    }
}
