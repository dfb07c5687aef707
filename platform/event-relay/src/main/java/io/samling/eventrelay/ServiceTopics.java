package io.samling.eventrelay;

import io.samling.contracts.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/** The topics that a service owns: made where they are missing, refused where they differ. */
final class ServiceTopics {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

    private final List<WantedTopic> wanted;

    ServiceTopics(String service) {
        var topics = new ArrayList<WantedTopic>();
        for (var facts : Topics.factsOf(service)) {
            topics.add(
                    new WantedTopic(
                            facts, Topics.FACT_PARTITIONS, TopicConfig.CLEANUP_POLICY_DELETE));
        }
        topics.add(
                new WantedTopic(Topics.progressOf(service), 1, TopicConfig.CLEANUP_POLICY_COMPACT));
        wanted = List.copyOf(topics);
    }

    /**
     * Makes what is missing and compares the rest.
     *
     * @throws RelayFault.Stands where partitions, clean-up or retention are others than wanted
     */
    void ensure(Admin admin) throws InterruptedException {
        var existing = awaited(admin.listTopics().names());
        for (var topic : wanted) {
            if (!existing.contains(topic.name())) {
                create(admin, topic);
            }
        }
        compare(admin);
    }

    /** Where the topics of facts end now: for each, by partition, the offset that comes next. */
    Map<String, List<Long>> ends(Admin admin) throws InterruptedException {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        for (var topic : wanted) {
            for (int partition = 0; partition < topic.partitions(); partition++) {
                asked.put(new TopicPartition(topic.name(), partition), OffsetSpec.latest());
            }
        }
        Map<String, List<Long>> ends = new TreeMap<>();
        wanted.forEach(topic -> ends.put(topic.name(), zeros(topic.partitions())));
        for (var end : awaited(admin.listOffsets(asked).all()).entrySet()) {
            var at = end.getKey();
            ends.getOrDefault(at.topic(), List.of()).set(at.partition(), end.getValue().offset());
        }
        return ends;
    }

    private static List<Long> zeros(int partitions) {
        return new ArrayList<>(Collections.nCopies(partitions, 0L));
    }

    private void compare(Admin admin) throws InterruptedException {
        var names = wanted.stream().map(WantedTopic::name).toList();
        var descriptions = awaited(admin.describeTopics(names).allTopicNames());
        var configs = awaited(admin.describeConfigs(resources(names)).all());
        for (var topic : wanted) {
            var description = descriptions.get(topic.name());
            var config = configs.get(resource(topic.name()));
            if (description == null || config == null) {
                throw new RelayFault.Stands("The broker does not describe " + topic.name());
            }
            topic.compare(description.partitions().size(), config);
        }
    }

    private static void create(Admin admin, WantedTopic topic) throws InterruptedException {
        try {
            var made =
                    new NewTopic(topic.name(), Optional.of(topic.partitions()), Optional.empty());
            awaited(admin.createTopics(List.of(made.configs(topic.settings()))).all());
            awaitKnown(admin, topic.name());
        } catch (TopicExistsException madeByAnotherInstance) {
            // it is compared with what is wanted like any other
        }
    }

    /** A new topic takes a moment until every broker has heard of it. */
    private static void awaitKnown(Admin admin, String topic) throws InterruptedException {
        for (int attempt = 0; attempt < 50; attempt++) {
            if (awaited(admin.listTopics().names()).contains(topic)) {
                return;
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos()); // no broker calls when it has heard
        }
    }

    private static List<ConfigResource> resources(List<String> names) {
        return names.stream().map(ServiceTopics::resource).toList();
    }

    private static ConfigResource resource(String topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }

    /** What the broker says within the client's own time limit. */
    private static <T> T awaited(KafkaFuture<T> answer) throws InterruptedException {
        try {
            return answer.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof KafkaException fault) {
                throw fault;
            }
            throw new KafkaException(failed.getCause());
        }
    }
}
