package io.samling.eventrelay;

import io.samling.contracts.ProgressMark;
import io.samling.contracts.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import tools.jackson.databind.json.JsonMapper;

/** What a consumer of the contract finds on a broker. */
final class Told {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final KafkaClients kafka;

    Told(String bootstrap) {
        this.kafka = new KafkaClients(bootstrap, PATIENCE);
    }

    /** All committed facts of member-service, partition by partition. */
    List<ConsumerRecord<String, byte[]>> facts() {
        List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
        eachFact(found::add);
        return found;
    }

    /** Hears all committed facts of member-service, those of a partition in their order. */
    void eachFact(Consumer<ConsumerRecord<String, byte[]>> heard) {
        var partitions =
                IntStream.range(0, Topics.FACT_PARTITIONS)
                        .mapToObj(p -> new TopicPartition(Topics.MEMBER_FACTS, p))
                        .toList();
        eachCommitted(partitions, heard);
    }

    /** The ids of all committed facts, partition by partition. */
    List<String> ids() {
        return facts().stream().map(fact -> header(fact, "ce_id")).toList();
    }

    /** The sequences of each subject's facts, in the order in which a consumer gets them. */
    Map<String, List<String>> sequencesBySubject() {
        Map<String, List<String>> sequences = new TreeMap<>();
        for (var fact : facts()) {
            sequences
                    .computeIfAbsent(fact.key(), _ -> new ArrayList<>())
                    .add(header(fact, "ce_sequence"));
        }
        return sequences;
    }

    /** All committed progress marks of member-service that have not been compacted away. */
    List<ProgressMark> marks() {
        List<ProgressMark> found = new ArrayList<>();
        eachCommitted(
                List.of(new TopicPartition(Topics.progressOf("member"), 0)),
                record -> found.add(JSON.readValue(record.value(), ProgressMark.class)));
        return found;
    }

    ProgressMark newestMark() {
        return marks().getLast();
    }

    /** Deletes all topics, so that it looks like a new broker. */
    void forgetEverything() {
        try (var admin = kafka.admin()) {
            var names = admin.listTopics().names().get();
            admin.deleteTopics(names).all().get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    void alter(String topic, String setting, String value)
            throws ExecutionException, InterruptedException {
        try (var admin = kafka.admin()) {
            var change =
                    new AlterConfigOp(new ConfigEntry(setting, value), AlterConfigOp.OpType.SET);
            var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
            admin.incrementalAlterConfigs(Map.of(resource, List.of(change))).all().get();
        }
    }

    Admin admin() {
        return kafka.admin();
    }

    static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private void eachCommitted(
            Collection<TopicPartition> partitions, Consumer<ConsumerRecord<String, byte[]>> heard) {
        try (var consumer = kafka.consumer()) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(heard);
            }
        }
    }
}
