package io.samling.eventfeed;

import io.samling.eventfeed.TopicWatch.Topic;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps and derives the partitions that are this instance's share. Where it stands is stored beside
 * the data; the group's offsets on the broker are only told for others to see.
 */
final class Keeper implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final long RETRY_MILLIS = 500;
    private static final long CLOSE_SECONDS = 10;

    private final Families families;
    private final FeedStore store;
    private final TopicWatch watch;
    private final Servers servers;
    private final FeedSettings settings;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread = Thread.ofPlatform().name("feed-keeper").unstarted(this::run);
    private volatile @Nullable String trouble = "nothing was read yet";

    Keeper(
            Families families,
            FeedStore store,
            TopicWatch watch,
            Servers servers,
            FeedSettings settings) {
        this.families = families;
        this.store = store;
        this.watch = watch;
        this.servers = servers;
        this.settings = settings;
    }

    void start() {
        thread.start();
    }

    /** Why nothing is kept at the moment, null where it is. */
    @Nullable String trouble() {
        return trouble;
    }

    private void run() {
        while (closing.getCount() > 0) {
            try {
                keep();
            } catch (RuntimeException fault) {
                trouble = "begins anew after " + fault.getClass().getSimpleName();
                LOG.warn("Keeping begins anew", fault);
                pause();
            }
        }
    }

    private void keep() {
        watch.look();
        var topics = watch.of(families.topics());
        if (topics.isEmpty()) {
            trouble = "there are no topics yet";
            pause();
            return;
        }
        store.prepare();
        var keeping = new Keeping(store, topics);
        try (var consumer = servers.keeper(settings.group(), settings.batch())) {
            consumer.subscribe(topics.keySet(), new FromWhereItIsKept(consumer, topics, keeping));
            trouble = null;
            while (closing.getCount() > 0 && !hasChanged(topics)) {
                keep(consumer, keeping, topics, consumer.poll(POLL));
            }
        }
    }

    private void keep(
            Consumer<byte[], byte[]> consumer,
            Keeping keeping,
            Map<String, Topic> topics,
            ConsumerRecords<byte[], byte[]> records) {
        if (records.isEmpty()) {
            return;
        }
        for (var partition : records.partitions()) {
            var family = Objects.requireNonNull(families.on(partition.topic()));
            keeping.keep(family, records.records(partition));
        }
        Map<TopicPartition, Long> reached = new HashMap<>();
        records.partitions()
                .forEach(partition -> reached.put(partition, consumer.position(partition)));
        store.offsets().store(reached, Topic.ids(topics));
        tellTheBroker(consumer, reached);
    }

    private static void tellTheBroker(
            Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> reached) {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        reached.forEach(
                (partition, offset) -> offsets.put(partition, new OffsetAndMetadata(offset)));
        try {
            consumer.commitSync(offsets);
        } catch (KafkaException notOurs) {
            // another instance has the partition now; it starts from what is stored beside the data
            LOG.debug("Offsets not told to the broker", notOurs);
        }
    }

    private boolean hasChanged(Map<String, Topic> topics) {
        return watch.away() == null && !watch.of(families.topics()).equals(topics);
    }

    private void pause() {
        try {
            var _ = closing.await(RETRY_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            closing.countDown();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(CLOSE_SECONDS));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Begins each partition that it is given where the last one to keep it stopped. */
    private final class FromWhereItIsKept implements ConsumerRebalanceListener {

        private final Consumer<byte[], byte[]> consumer;
        private final Map<String, Topic> topics;
        private final Keeping keeping;

        FromWhereItIsKept(
                Consumer<byte[], byte[]> consumer, Map<String, Topic> topics, Keeping keeping) {
            this.consumer = consumer;
            this.topics = topics;
            this.keeping = keeping;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            keeping.takeUp();
            var kept = store.offsets().of(Topic.ids(topics));
            partitions.forEach(
                    partition -> consumer.seek(partition, kept.getOrDefault(partition, 0L)));
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            // all that was read is kept already
        }
    }
}
