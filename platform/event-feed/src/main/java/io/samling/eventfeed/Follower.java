package io.samling.eventfeed;

import io.samling.contracts.ProgressMark;
import io.samling.contracts.Topics;
import io.samling.eventfeed.TopicWatch.Topic;
import io.samling.rebuild.OwnThread;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds one service's log in memory and follows it live. Whatever goes wrong, it begins a new run
 * from what is kept, and the view goes on answering with what it has until the new run has come as
 * far.
 */
final class Follower implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
    private static final long RETRY_MILLIS = 250;

    private final Lead view;
    private final List<Family<?, ?, ?>> families;
    private final FeedStore store;
    private final TopicWatch watch;
    private final Servers servers;
    private final FeedSettings settings;
    private final MarkReader marks;
    private final OwnThread thread;
    private volatile boolean adoptsAny;

    Follower(
            Lead view,
            List<Family<?, ?, ?>> families,
            FeedStore store,
            TopicWatch watch,
            Servers servers,
            FeedSettings settings,
            MarkReader marks) {
        this.view = view;
        this.families = families;
        this.store = store;
        this.watch = watch;
        this.servers = servers;
        this.settings = settings;
        this.marks = marks;
        this.thread = new OwnThread("feed-" + view.service() + "-" + view.generation(), this::run);
    }

    void start() {
        thread.start();
    }

    /** Whether another follower has taken over, or it was closed. */
    boolean isDone() {
        return !thread.isAlive() && isClosing();
    }

    String service() {
        return view.service();
    }

    /** Begins anew from what is kept, with the log that is told now, whichever it is. */
    void adoptWhatIsTold() {
        adoptsAny = true;
    }

    private void run() {
        while (!isClosing()) {
            try {
                follow();
            } catch (FeedStore.Dropped dropped) {
                LOG.debug("Waiting to be replaced", dropped);
                thread.pause(RETRY_MILLIS);
            } catch (RuntimeException fault) {
                view.troubled("begins anew after " + fault.getClass().getSimpleName());
                LOG.warn("Following {} begins anew", view.service(), fault);
                thread.pause(RETRY_MILLIS);
            }
        }
    }

    private void follow() {
        watch.look();
        var topics = watch.of(topics());
        if (topics.size() < topics().size()) {
            view.troubled(missing(topics));
            thread.pause(RETRY_MILLIS);
            return;
        }
        try (var consumer = servers.follower(settings.batch())) {
            var progress = new TopicPartition(Topics.progressOf(view.service()), 0);
            view.troubled("no progress mark of " + view.service() + " was seen yet");
            var newest =
                    new NewestMark(consumer, progress, marks)
                            .await(() -> isClosing() || hasChanged(topics));
            if (newest != null) {
                follow(consumer, topics, newest);
            }
        }
    }

    private void follow(
            Consumer<byte[], byte[]> consumer, Map<String, Topic> topics, ProgressMark newest) {
        if (!adopts(newest.logId())) {
            view.stop(Following.anotherLog(newest.logId()));
            while (!isClosing() && !adoptsAny && !hasChanged(topics)) {
                thread.pause(RETRY_MILLIS);
            }
            return;
        }
        adoptsAny = false;
        var kept = onceKept(consumer, topics);
        view.troubled("loading");
        var memory = new MemoryLoad(store, families).load(newest.logId(), topics);
        store.verifyKept();
        var following = new Following(consumer, topics, memory, store, view, settings, marks);
        following.begin(newest, kept);
        while (!isClosing() && !adoptsAny && !hasChanged(topics)) {
            following.step();
        }
    }

    /**
     * Waits until what is kept is nearly all there is: loading it is faster than deriving a subject
     * again with each of its facts.
     */
    private Map<TopicPartition, Long> onceKept(
            Consumer<byte[], byte[]> consumer, Map<String, Topic> topics) {
        var partitions = Following.partitions(families, topics);
        List<TopicPartition> all = new ArrayList<>(consumer.assignment());
        all.addAll(partitions);
        consumer.assign(all);
        var end = consumer.endOffsets(partitions);
        while (true) {
            var kept = store.offsets().of(Topic.ids(topics));
            long behind = 0;
            for (var partition : end.entrySet()) {
                long next = kept.getOrDefault(partition.getKey(), 0L);
                behind += Math.max(0, partition.getValue() - next);
            }
            if (behind <= settings.ahead() || isClosing() || hasChanged(topics)) {
                return kept;
            }
            view.troubled("waits until " + behind + " more records are kept");
            thread.pause(RETRY_MILLIS);
        }
    }

    /** Takes the log that was counted from before; the first one, or another when told to. */
    private boolean adopts(String logId) {
        var adopted = store.logs().of(view.service());
        if (adopted == null || adoptsAny) {
            store.logs().adopt(view.service(), logId);
            return true;
        }
        return adopted.equals(logId);
    }

    private boolean hasChanged(Map<String, Topic> topics) {
        var now = watch.of(topics.keySet());
        return watch.away() == null && !now.equals(topics);
    }

    private List<String> topics() {
        List<String> topics = new ArrayList<>();
        topics.add(Topics.progressOf(view.service()));
        families.forEach(family -> topics.add(family.topic()));
        return topics;
    }

    private @Nullable String missing(Map<String, Topic> found) {
        var away = watch.away();
        if (away != null) {
            return away;
        }
        var missing = new ArrayList<>(topics());
        missing.removeAll(found.keySet());
        return "waits for " + view.service() + "-service to create " + String.join(", ", missing);
    }

    private boolean isClosing() {
        return thread.isClosing() || view.isOvertaken();
    }

    @Override
    public void close() {
        thread.close();
    }
}
