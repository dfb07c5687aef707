package io.samling.eventfeed;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Makes clients of the database and the broker, set up as the feed's promises need it. */
record Servers(String mongodb, String kafka) {

    MongoClient database() {
        var settings =
                MongoClientSettings.builder()
                        .applyConnectionString(new ConnectionString(mongodb))
                        .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                        .readConcern(ReadConcern.MAJORITY)
                        .readPreference(ReadPreference.primary())
                        .applicationName("samling-feed")
                        .build();
        return MongoClients.create(settings);
    }

    Admin admin() {
        return Admin.create(
                Map.of(
                        "bootstrap.servers", kafka,
                        "client.id", "samling-feed-topics",
                        "request.timeout.ms", "3000",
                        "default.api.timeout.ms", "5000"));
    }

    /** A consumer that assigns itself what it reads, outside of any group. */
    Consumer<byte[], byte[]> follower(int batch) {
        return outsideOfGroups(reading(batch));
    }

    /**
     * The same for what is there already. It asks the broker one thing after another, so what it
     * asks next, as for another partition, would wait for news of the one that it has read.
     */
    Consumer<byte[], byte[]> rebuilder(int batch) {
        var properties = new HashMap<>(reading(batch));
        properties.put("fetch.max.wait.ms", 10);
        return outsideOfGroups(properties);
    }

    /** Closing it waits for nothing: the broker would answer a farewell after the last fetch. */
    private static Consumer<byte[], byte[]> outsideOfGroups(Map<String, Object> properties) {
        return new KafkaConsumer<>(properties) {
            @Override
            public void close() {
                close(CloseOptions.timeout(Duration.ZERO));
            }
        };
    }

    /**
     * A consumer that shares the partitions with the others of its group. It waits a little for
     * more to come: nobody waits for what it does, and few large batches cost far less than many
     * small.
     */
    Consumer<byte[], byte[]> keeper(String group, int batch) {
        var properties = new HashMap<>(reading(batch));
        properties.put("group.id", group);
        properties.put("fetch.min.bytes", 100_000);
        properties.put("fetch.max.wait.ms", 200);
        properties.put(
                "partition.assignment.strategy",
                "org.apache.kafka.clients.consumer.CooperativeStickyAssignor");
        return new KafkaConsumer<>(properties);
    }

    /** A producer whose records are safe once they are acknowledged. */
    Producer<byte[], byte[]> producer() {
        return new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        kafka,
                        "key.serializer",
                        ByteArraySerializer.class,
                        "value.serializer",
                        ByteArraySerializer.class,
                        "acks",
                        "all",
                        "max.block.ms",
                        5000,
                        "request.timeout.ms",
                        5000,
                        "delivery.timeout.ms",
                        10_000));
    }

    private Map<String, Object> reading(int batch) {
        return Map.of(
                "bootstrap.servers",
                kafka,
                "key.deserializer",
                ByteArrayDeserializer.class,
                "value.deserializer",
                ByteArrayDeserializer.class,
                "isolation.level",
                "read_committed",
                "enable.auto.commit",
                false,
                "auto.offset.reset",
                "none",
                "allow.auto.create.topics",
                false,
                "max.poll.records",
                batch,
                "default.api.timeout.ms",
                10_000);
    }
}
