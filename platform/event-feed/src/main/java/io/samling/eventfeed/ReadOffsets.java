package io.samling.eventfeed;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
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

/**
 * Up to where each partition has been kept and derived, beside the data itself. An offset holds for
 * one topic, known by its id: another broker's topic of the same name is read from its beginning.
 */
final class ReadOffsets {

    private static final ReplaceOptions OR_INSERT = new ReplaceOptions().upsert(true);

    private final MongoCollection<Document> offsets;

    ReadOffsets(MongoDatabase database) {
        offsets = database.getCollection("offsets");
    }

    /**
     * The next offset to keep for the partitions of these topics; a partition not read is absent.
     */
    Map<TopicPartition, Long> of(Map<String, Uuid> topics) {
        Map<TopicPartition, Long> found = new HashMap<>();
        for (var document : offsets.find()) {
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

    /** Stores how far partitions of these topics are kept and derived. */
    void store(Map<TopicPartition, Long> reached, Map<String, Uuid> topics) {
        List<WriteModel<Document>> writes = new ArrayList<>(reached.size());
        reached.forEach(
                (partition, offset) -> {
                    var id = partition.toString();
                    var document =
                            new Document("_id", id)
                                    .append("topic", partition.topic())
                                    .append("partition", partition.partition())
                                    .append(
                                            "topicId",
                                            String.valueOf(topics.get(partition.topic())))
                                    .append("offset", offset);
                    writes.add(new ReplaceOneModel<>(Filters.eq("_id", id), document, OR_INSERT));
                });
        offsets.bulkWrite(writes);
    }
}
