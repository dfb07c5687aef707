package io.samling.eventfeed;

import io.samling.eventfeed.TopicWatch.Topic;
import io.samling.rebuild.OwnThread;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
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
    private static final long RETRY_MILLIS = 500;

    private final Families families;
    private final Supplier<@Nullable FeedStore> active;
    private final TopicWatch watch;
    private final Servers servers;
    private final FeedSettings settings;
    private final OwnThread thread = new OwnThread("feed-keeper", this::run);
    private volatile long behind;
    private volatile @Nullable String trouble = "nothing was read yet";

    Keeper(
            Families families,
            Supplier<@Nullable FeedStore> active,
            TopicWatch watch,
            Servers servers,
            FeedSettings settings) {
        this.families = families;
        this.active = active;
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

    /** About how many records wait to be kept. */
    long behind() {
        return behind;
    }

    private void run() {
        while (!thread.isClosing()) {
            try {
                keep();
            } catch (RuntimeException fault) {
                trouble = "begins anew after " + fault.getClass().getSimpleName();
                LOG.warn("Keeping begins anew", fault);
                thread.pause(RETRY_MILLIS);
            }
        }
    }

    private void keep() {
        watch.look();
        var topics = watch.of(families.topics());
        var store = active.get();
        if (store == null || topics.isEmpty()) {
            trouble = store == null ? "the database was not reached" : "there are no topics yet";
            thread.pause(RETRY_MILLIS);
            return;
        }
        store.prepare();
        try (var keeping = new Keeping(store, topics);
                var consumer = servers.keeper(settings.group(), settings.batch())) {
            var intake = new Intake(consumer, families, keeping);
            consumer.subscribe(topics.keySet(), new FromWhereItIsKept(intake, keeping));
            trouble = null;
            while (!thread.isClosing() && !hasChanged(topics) && answers(store)) {
                tellTheBroker(consumer, intake.step());
                behind = intake.behind();
            }
        }
    }

    private static void tellTheBroker(
            Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> reached) {
        if (reached.isEmpty()) {
            return;
        }
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

    private boolean answers(FeedStore store) {
        var now = active.get();
        return now != null && now.generation() == store.generation();
    }

    private boolean hasChanged(Map<String, Topic> topics) {
        return watch.away() == null && !watch.of(families.topics()).equals(topics);
    }

    @Override
    public void close() {
        thread.close();
    }
}
