package io.samling.eventfeed;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.core.message.Encoding;
import io.cloudevents.kafka.CloudEventSerializer;
import io.samling.contracts.Envelope;
import io.samling.contracts.LogPosition;
import io.samling.contracts.LogPositions;
import io.samling.contracts.ProgressMark;
import io.samling.contracts.Topics;
import io.samling.testing.TestServers;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import tools.jackson.databind.json.JsonMapper;

/** A log that is told on Kafka as the contract says: in transactions, with progress marks. */
public final class ToldLog implements AutoCloseable {

    /** When the first event was recorded; each next one a second later. */
    public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private static final int PARTITIONS = Topics.FACT_PARTITIONS;

    private final JsonMapper json = JsonMapper.builder().build();
    private final CloudEventSerializer envelopes = new CloudEventSerializer();
    private final String service;
    private final String logId;
    private final Producer<String, byte[]> producer;
    private final Map<String, long[]> offsets = new HashMap<>();
    private final List<Future<RecordMetadata>> onTheirWay = new ArrayList<>();
    private long position = -1;

    private ToldLog(String kafka, String service, String logId, List<String> topics) {
        this.service = service;
        this.logId = logId;
        this.producer = producer(kafka);
        topics.forEach(topic -> offsets.put(topic, new long[PARTITIONS]));
        envelopes.configure(Map.of(CloudEventSerializer.ENCODING_CONFIG, Encoding.BINARY), false);
        producer.initTransactions();
    }

    /** Starts a log, and creates its topics where they are missing. */
    public static ToldLog start(String kafka, String service, String logId, List<String> topics) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            create(admin, Topics.progressOf(service), 1);
            topics.forEach(topic -> create(admin, topic, PARTITIONS));
        }
        return new ToldLog(kafka, service, logId, topics);
    }

    /** A log of sums on the servers of the tests. */
    static ToldLog start(String service, String logId) {
        return start(TestServers.kafka(), service, logId, List.of(Sums.topicOf(service)));
    }

    /** The facts of one event. */
    public record Event(List<Told> facts) {

        /** An event that tells these. */
        public static Event of(Told... facts) {
            return new Event(List.of(facts));
        }
    }

    /** One fact of an event. */
    public record Told(String topic, String type, String subject, String body) {}

    /** Tells events, each with its facts, in one transaction with a mark. */
    public LogPositions tell(Event... events) {
        return tell(List.of(events));
    }

    /** Tells events, each with its facts, in one transaction with a mark. */
    public LogPositions tell(List<Event> events) {
        producer.beginTransaction();
        for (var event : events) {
            position++;
            send(event, position);
        }
        return commit();
    }

    /** Tells events at positions of one's own choosing, in this order; the mark does not fall. */
    public LogPositions tellAt(List<Long> positions, List<Event> events) {
        producer.beginTransaction();
        for (int at = 0; at < events.size(); at++) {
            send(events.get(at), positions.get(at));
            position = Math.max(position, positions.get(at));
        }
        return commit();
    }

    /** Sends a record that is no fact, with a mark. */
    public LogPositions garble(String topic, String key) {
        return send(
                new ProducerRecord<>(topic, key, "what is this".getBytes(StandardCharsets.UTF_8)));
    }

    /** Sends a record of one's own making, with a mark. */
    LogPositions send(ProducerRecord<String, byte[]> record) {
        producer.beginTransaction();
        sent(record);
        return commit();
    }

    /** The record of a fact at some position, to be sent or changed. */
    ProducerRecord<String, byte[]> record(Told fact, long at) {
        return record(fact, at, 0);
    }

    /** Where the log stands. */
    public LogPositions position() {
        return LogPositions.of(List.of(new LogPosition(service, logId, position)));
    }

    /** For each topic, by partition, the offset after its last fact. */
    Map<TopicPartition, Long> ends() {
        Map<TopicPartition, Long> ends = new HashMap<>();
        offsets.forEach(
                (topic, at) -> {
                    for (int partition = 0; partition < at.length; partition++) {
                        ends.put(new TopicPartition(topic, partition), at[partition]);
                    }
                });
        return ends;
    }

    /** When an event was recorded. */
    public static Instant recorded(long position) {
        return START.plusSeconds(position);
    }

    private void send(Event event, long at) {
        var facts = event.facts();
        for (int ordinal = 0; ordinal < facts.size(); ordinal++) {
            sent(record(facts.get(ordinal), at, ordinal));
        }
    }

    private ProducerRecord<String, byte[]> record(Told fact, long at, int ordinal) {
        var record = new ProducerRecord<String, CloudEvent>(fact.topic(), fact.subject(), null);
        var value = envelopes.serialize(fact.topic(), record.headers(), event(fact, at, ordinal));
        return new ProducerRecord<>(fact.topic(), null, fact.subject(), value, record.headers());
    }

    private CloudEvent event(Told fact, long at, int ordinal) {
        return CloudEventBuilder.v1()
                .withId(Envelope.id(logId, at, ordinal))
                .withSource(URI.create(Envelope.source(service, logId)))
                .withType(fact.type())
                .withSubject(fact.subject())
                .withTime(recorded(at).atOffset(ZoneOffset.UTC))
                .withDataContentType("application/json")
                .withExtension(Envelope.POSITION, Envelope.digits(at))
                .withData(fact.body().getBytes(StandardCharsets.UTF_8))
                .build();
    }

    private void sent(ProducerRecord<String, byte[]> record) {
        onTheirWay.add(producer.send(record));
    }

    private void awaitSent() {
        for (var sent : onTheirWay) {
            var metadata = await(sent);
            var reached = Optional.ofNullable(offsets.get(metadata.topic())).orElseThrow();
            long next = metadata.offset() + 1;
            reached[metadata.partition()] = Math.max(reached[metadata.partition()], next);
        }
        onTheirWay.clear();
    }

    private LogPositions commit() {
        awaitSent();
        Map<String, List<Long>> reached = new HashMap<>();
        offsets.forEach((topic, at) -> reached.put(topic, list(at)));
        var mark = new ProgressMark(service, logId, position, recorded(position), reached);
        await(
                producer.send(
                        new ProducerRecord<>(
                                Topics.progressOf(service),
                                service,
                                json.writeValueAsBytes(mark))));
        producer.commitTransaction();
        return position();
    }

    private static List<Long> list(long[] numbers) {
        List<Long> list = new ArrayList<>();
        for (long number : numbers) {
            list.add(number);
        }
        return list;
    }

    private static RecordMetadata await(Future<RecordMetadata> sent) {
        try {
            return sent.get();
        } catch (InterruptedException | ExecutionException fault) {
            throw new IllegalStateException(fault);
        }
    }

    private static void create(Admin admin, String topic, int partitions) {
        try {
            admin.createTopics(List.of(new NewTopic(topic, partitions, (short) 1))).all().get();
        } catch (ExecutionException fault) {
            if (!(fault.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException(fault);
            }
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static Producer<String, byte[]> producer(String kafka) {
        return new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        kafka,
                        "transactional.id",
                        "told-" + UUID.randomUUID(),
                        "key.serializer",
                        StringSerializer.class,
                        "value.serializer",
                        ByteArraySerializer.class));
    }

    @Override
    public void close() {
        producer.close();
        envelopes.close();
    }
}
