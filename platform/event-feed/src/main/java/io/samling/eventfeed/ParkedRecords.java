package io.samling.eventfeed;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * Records that are no facts, kept as they came with the reason. Their subject's later facts are
 * parked with them, for nobody knows what the record would have said.
 */
final class ParkedRecords {

    private static final ReplaceOptions OR_INSERT = new ReplaceOptions().upsert(true);

    private final MongoCollection<Document> records;

    ParkedRecords(MongoDatabase database, String name) {
        records = database.getCollection(name);
    }

    /**
     * Parks a record.
     *
     * @param after the position of its subject's last fact before it
     */
    void park(ConsumerRecord<byte[], byte[]> record, Uuid topic, long after, String reason) {
        if (find(record, topic) != null) {
            return;
        }
        var id = id(record, topic);
        var document =
                new Document("_id", id)
                        .append("topic", record.topic())
                        .append("topicId", topic.toString())
                        .append("partition", record.partition())
                        .append("offset", record.offset())
                        .append("subject", RecordReader.subjectOf(record))
                        .append("after", after)
                        .append("reason", reason)
                        .append("headers", headers(record));
        if (record.value() != null) {
            document.append("value", new Binary(record.value()));
        }
        records.replaceOne(Filters.eq("_id", id), document, OR_INSERT);
    }

    /** What is parked of these topics. */
    List<NoFact> of(Map<String, Uuid> topics) {
        List<NoFact> parked = new ArrayList<>();
        for (var document : all()) {
            var topic = document.getString("topic");
            if (String.valueOf(topics.get(topic)).equals(document.getString("topicId"))) {
                parked.add(noFact(document));
            }
        }
        return parked;
    }

    /** The record as it was parked, null where it was not. */
    @Nullable NoFact find(ConsumerRecord<?, ?> record, Uuid topic) {
        var document = records.find(Filters.eq("_id", id(record, topic))).first();
        return document == null ? null : noFact(document);
    }

    List<Document> all() {
        return records.find().into(new ArrayList<>());
    }

    /** The record as it came, as far as it was kept. */
    static ConsumerRecord<byte[], byte[]> record(Document document) {
        var value = document.get("value", Binary.class);
        var record =
                new ConsumerRecord<byte[], byte[]>(
                        document.getString("topic"),
                        document.getInteger("partition", 0),
                        document.get("offset", 0L),
                        document.getString("subject").getBytes(StandardCharsets.UTF_8),
                        value == null ? null : value.getData());
        document.get("headers", Document.class)
                .forEach((name, header) -> record.headers().add(name, ((Binary) header).getData()));
        return record;
    }

    void remove(Document document) {
        records.deleteOne(Filters.eq("_id", document.getString("_id")));
    }

    private static String id(ConsumerRecord<?, ?> record, Uuid topic) {
        return topic + "/" + record.partition() + "/" + record.offset();
    }

    private static NoFact noFact(Document document) {
        return NoFact.of(
                new TopicPartition(
                        document.getString("topic"), document.getInteger("partition", 0)),
                document.get("offset", 0L),
                document.getString("subject"),
                document.getLong("after"),
                document.getString("reason"));
    }

    private static Document headers(ConsumerRecord<byte[], byte[]> record) {
        var headers = new Document();
        record.headers()
                .forEach(
                        header -> {
                            if (header.value() != null) {
                                headers.append(header.key(), new Binary(header.value()));
                            }
                        });
        return headers;
    }
}
