package io.samling.eventfeed;

import io.samling.eventfeed.TopicWatch.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
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

    /** Records that wait to be read: with more than these, deriving waits as well. */
    private static final long FAR_BEHIND = 5_000;

    /** Subjects that wait to be derived: with more than these, they are derived all the same. */
    private static final int MOST = 200_000;

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
            consumer.subscribe(topics.keySet(), new FromWhereItIsKept(consumer, keeping));
            trouble = null;
            Map<TopicPartition, Long> reached = new HashMap<>();
            while (closing.getCount() > 0 && !hasChanged(topics)) {
                keep(consumer, keeping, reached, consumer.poll(POLL));
            }
        }
    }

    /** Takes a poll's records in; far behind it goes on reading before it derives. */
    private void keep(
            Consumer<byte[], byte[]> consumer,
            Keeping keeping,
            Map<TopicPartition, Long> reached,
            ConsumerRecords<byte[], byte[]> records) {
        for (var topic : families.topics()) {
            var family = Objects.requireNonNull(families.on(topic));
            keeping.keep(family, records.records(topic));
        }
        for (var partition : records.partitions()) {
            reached.put(partition, consumer.position(partition));
        }
        if (reached.isEmpty() || (isFarBehind(consumer, records) && keeping.underived() < MOST)) {
            return;
        }
        keeping.derive();
        keeping.settle(reached);
        tellTheBroker(consumer, reached);
        reached.clear();
    }

    private static boolean isFarBehind(
            Consumer<byte[], byte[]> consumer, ConsumerRecords<byte[], byte[]> records) {
        long behind = 0;
        for (var partition : records.partitions()) {
            behind += consumer.currentLag(partition).orElse(0);
        }
        return behind > FAR_BEHIND;
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
}
