package io.samling.localstack.bench;

import io.samling.localstack.bench.StackBench.Line;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Records through the broker, produced in transactions of 500 and consumed as committed. */
final class BrokerBench {

    private static final String TOPIC = "bench";
    private static final int PARTITIONS = 12;
    private static final int BATCH = 500;

    private final Map<String, Object> settings;
    private final int seconds;

    private BrokerBench(String bootstrap, int seconds) {
        this.settings = Map.of("bootstrap.servers", bootstrap);
        this.seconds = seconds;
    }

    static List<Line> measure(String bootstrap, int seconds) {
        var bench = new BrokerBench(bootstrap, seconds);
        bench.createTopic();
        var produced = bench.produce();
        var consumed = bench.consume(produced.records());
        return List.of(
                new Line(
                        "kafka: produced, 500 of 300 bytes per transaction",
                        produced.perSecond(),
                        "records per s"),
                new Line(
                        "kafka: consumed as committed, from the start",
                        consumed.perSecond(),
                        "records per s"));
    }

    /** How many records went through, and in what time. */
    private record Run(long records, long nanos) {

        static Run since(long started, long records) {
            return new Run(records, System.nanoTime() - started);
        }

        double perSecond() {
            return records / (nanos / 1e9);
        }
    }

    private void createTopic() {
        try (var admin = Admin.create(settings)) {
            admin.createTopics(List.of(new NewTopic(TOPIC, PARTITIONS, (short) 1))).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The first transaction makes the broker's own topic for them and is not counted. */
    private Run produce() {
        var more = new HashMap<>(settings);
        more.put("transactional.id", "bench");
        try (var producer =
                new KafkaProducer<>(more, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            transaction(producer);
            var started = System.nanoTime();
            var records = 0L;
            while (System.nanoTime() - started < seconds * 1_000_000_000L) {
                transaction(producer);
                records += BATCH;
            }
            return Run.since(started, records);
        }
    }

    private static void transaction(KafkaProducer<byte[], byte[]> producer) {
        producer.beginTransaction();
        for (int i = 0; i < BATCH; i++) {
            var key = Integer.toString(i).getBytes(StandardCharsets.UTF_8);
            var _ = producer.send(new ProducerRecord<>(TOPIC, key, new byte[300]));
        }
        producer.commitTransaction();
    }

    private Run consume(long expected) {
        var more = new HashMap<>(settings);
        more.put("isolation.level", "read_committed");
        more.put("auto.offset.reset", "earliest");
        try (var consumer =
                new KafkaConsumer<>(
                        more, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = new ArrayList<TopicPartition>();
            for (int i = 0; i < PARTITIONS; i++) {
                partitions.add(new TopicPartition(TOPIC, i));
            }
            consumer.assign(partitions);
            var started = System.nanoTime();
            var consumed = 0L;
            while (consumed < expected) {
                consumed += consumer.poll(Duration.ofSeconds(5)).count();
            }
            return Run.since(started, consumed);
        }
    }
}
