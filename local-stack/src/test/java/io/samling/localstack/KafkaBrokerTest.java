package io.samling.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class KafkaBrokerTest {

    @TempDir Path folder;

    KafkaBroker broker;

    @BeforeEach
    void start() {
        broker = KafkaBroker.start(folder, "127.0.0.1", 0);
    }

    @AfterEach
    void stop() {
        broker.close();
    }

    @Test
    void shows_committed_transactions_only_also_after_a_restart() throws Exception {
        create(new NewTopic("facts", 1, (short) 1));
        try (var producer = producer(Map.of("transactional.id", "relay"))) {
            producer.initTransactions();
            transaction(producer, "kept").commitTransaction();
            transaction(producer, "thrown away").abortTransaction();
        }
        restart();
        try (var producer = producer(Map.of("transactional.id", "relay"))) {
            producer.initTransactions();
            transaction(producer, "kept too").commitTransaction();
        }

        assertThat(read("facts", 2)).containsExactly("kept", "kept too");
    }

    /** Ends as soon as the cleaner has been at work, and only then. */
    @Test
    @Timeout(120)
    void keeps_the_last_record_of_each_key_of_a_compacted_topic() throws Exception {
        var compacted =
                Map.of(
                        "cleanup.policy", "compact",
                        "min.cleanable.dirty.ratio", "0.01",
                        "segment.ms", "100");
        create(new NewTopic("state", 1, (short) 1).configs(compacted));

        try (var producer = producer(Map.of())) {
            var sent = 0;
            do {
                producer.send(new ProducerRecord<>("state", "key", "value " + sent)).get();
                sent++;
            } while (read("state", 0).size() == sent);

            assertThat(read("state", 0))
                    .hasSizeLessThan(sent)
                    .last()
                    .isEqualTo("value " + (sent - 1));
        }
    }

    @Test
    void makes_no_topic_that_nobody_asked_for() {
        try (var producer = producer(Map.of("max.block.ms", "1500"))) {
            assertThatThrownBy(() -> producer.send(new ProducerRecord<>("unknown", "x")).get())
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(TimeoutException.class);
        }
    }

    private void restart() {
        broker.close();
        start();
    }

    private void create(NewTopic topic) throws Exception {
        try (var admin =
                Admin.create(Map.<String, Object>of("bootstrap.servers", broker.bootstrap()))) {
            admin.createTopics(List.of(topic)).all().get(20, TimeUnit.SECONDS);
        }
    }

    private KafkaProducer<String, String> producer(Map<String, Object> more) {
        var settings = new HashMap<>(more);
        settings.put("bootstrap.servers", broker.bootstrap());
        return new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
    }

    private static KafkaProducer<String, String> transaction(
            KafkaProducer<String, String> producer, String value) {
        producer.beginTransaction();
        var _ = producer.send(new ProducerRecord<>("facts", value));
        producer.flush();
        return producer;
    }

    /** Reads from the start to the end, and on until there are as many as expected. */
    private List<String> read(String topic, int expected) {
        var settings = new HashMap<String, Object>();
        settings.put("bootstrap.servers", broker.bootstrap());
        settings.put("isolation.level", "read_committed");
        try (var consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            var partition = new TopicPartition(topic, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end =
                    Objects.requireNonNull(consumer.endOffsets(List.of(partition)).get(partition));
            var values = new ArrayList<String>();
            while (values.size() < expected || consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> values.add(record.value()));
            }
            return values;
        }
    }
}
