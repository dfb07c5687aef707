package io.samling.eventfeed;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks every second which of the topics there are and what ids they have: a topic with another id
 * is another topic, though it has the same name. Never creates one.
 */
final class TopicWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TopicWatch.class);
    private static final long EVERY_MILLIS = 1000;

    private final Admin admin;
    private final List<String> names;
    private final ScheduledExecutorService timer;
    private volatile Map<String, Topic> topics = Map.of();
    private volatile @Nullable String away = "the broker was not asked yet";

    TopicWatch(Admin admin, Collection<String> names) {
        this.admin = admin;
        this.names = List.copyOf(names);
        this.timer =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("feed-topics").factory());
    }

    void start() {
        var _ = timer.scheduleWithFixedDelay(this::look, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** The topics that there are of those named, as last seen. */
    Map<String, Topic> of(Collection<String> wanted) {
        var seen = topics;
        Map<String, Topic> found = new HashMap<>();
        for (var name : wanted) {
            var topic = seen.get(name);
            if (topic != null) {
                found.put(name, topic);
            }
        }
        return found;
    }

    /** Why the broker could not be asked, null where it answers. */
    @Nullable String away() {
        return away;
    }

    /** Looks at once. */
    void look() {
        try {
            Map<String, Topic> seen = new HashMap<>();
            for (var asked : admin.describeTopics(names).topicNameValues().entrySet()) {
                var topic = found(asked.getValue());
                if (topic != null) {
                    seen.put(asked.getKey(), topic);
                }
            }
            topics = seen;
            away = null;
        } catch (ExecutionException | RuntimeException fault) {
            if (away == null) {
                LOG.warn("The broker does not answer: {}", fault.getMessage());
            }
            away = "the broker does not answer";
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private static @Nullable Topic found(
            org.apache.kafka.common.KafkaFuture<TopicDescription> answer)
            throws ExecutionException, InterruptedException {
        try {
            var description = answer.get();
            return new Topic(description.topicId(), description.partitions().size());
        } catch (ExecutionException fault) {
            if (fault.getCause() instanceof UnknownTopicOrPartitionException) {
                return null;
            }
            throw fault;
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
        admin.close(java.time.Duration.ofSeconds(1));
    }

    /** A topic that there is. */
    record Topic(Uuid id, int partitions) {

        static Map<String, Uuid> ids(Map<String, Topic> topics) {
            Map<String, Uuid> ids = new HashMap<>();
            topics.forEach((name, topic) -> ids.put(name, topic.id()));
            return ids;
        }
    }
}
