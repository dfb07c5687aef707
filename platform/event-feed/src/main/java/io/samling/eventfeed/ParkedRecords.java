package io.samling.eventfeed;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import io.samling.eventfeed.Derived.Parked;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.Uuid;
import org.bson.Document;
import org.bson.types.Binary;

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
        var id = topic + "/" + record.partition() + "/" + record.offset();
        if (records.find(Filters.eq("_id", id)).first() != null) {
            return;
        }
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

    /** What is parked of these topics: for each topic, by subject. */
    Map<String, Map<String, Parked>> of(Map<String, Uuid> topics) {
        Map<String, Map<String, Parked>> parked = new HashMap<>();
        for (var document : all()) {
            var topic = document.getString("topic");
            if (String.valueOf(topics.get(topic)).equals(document.getString("topicId"))) {
                parked.computeIfAbsent(topic, _ -> new HashMap<>())
                        .merge(document.getString("subject"), parked(document), Parked::earlier);
            }
        }
        return parked;
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

    private static Parked parked(Document document) {
        return new Parked(document.getLong("after") + 1, document.getString("reason"));
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
