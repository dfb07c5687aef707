package io.samling.eventrelay;

import static java.util.Map.entry;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Makes the connections to Kafka that the relay needs, all with limits on their waiting. */
final class KafkaClients {

    private final String bootstrap;
    private final int patience;

    /**
     * @param patience how long the broker may take for one answer
     */
    KafkaClients(String bootstrap, Duration patience) {
        this.bootstrap = bootstrap;
        this.patience = Math.toIntExact(patience.toMillis());
    }

    Admin admin() {
        return Admin.create(
                Map.of(
                        CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrap,
                        CommonClientConfigs.ENABLE_METRICS_PUSH_CONFIG, false,
                        AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, patience,
                        AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, patience));
    }

    /** Reads what is committed; it belongs to no group and never makes a topic. */
    Consumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        CommonClientConfigs.ENABLE_METRICS_PUSH_CONFIG,
                        false,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        false,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        patience,
                        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        patience),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    /** Sends in transactions; a later one of the same name fences an earlier one. */
    Producer<String, byte[]> producer(String transactionalId) {
        return new KafkaProducer<>(
                Map.ofEntries(
                        entry(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrap),
                        entry(CommonClientConfigs.ENABLE_METRICS_PUSH_CONFIG, false),
                        entry(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId),
                        entry(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 2 * patience),
                        entry(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true),
                        entry(ProducerConfig.ACKS_CONFIG, "all"),
                        entry(ProducerConfig.LINGER_MS_CONFIG, 0),
                        entry(ProducerConfig.MAX_BLOCK_MS_CONFIG, patience),
                        entry(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, patience * 2 / 3),
                        entry(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, patience)),
                new StringSerializer(),
                new ByteArraySerializer());
    }
}
