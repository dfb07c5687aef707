package io.samling.eventfeed;

import com.mongodb.client.MongoDatabase;
import io.samling.rebuild.Generations;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The generation that answers, looked up twice a second: any instance may have rebuilt it. */
final class ActiveStore implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ActiveStore.class);
    static final long EVERY_MILLIS = 500;

    private final MongoDatabase database;
    private final Generations generations;
    private final Consumer<FeedStore> takeUp;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("feed-generation").factory());
    private volatile @Nullable FeedStore active;
    private volatile boolean away;

    /**
     * @param takeUp is told each generation that answers from now on
     */
    ActiveStore(MongoDatabase database, Consumer<FeedStore> takeUp) {
        this.database = database;
        this.generations = FeedStore.generationsIn(database);
        this.takeUp = takeUp;
    }

    void start() {
        var _ = timer.scheduleWithFixedDelay(this::look, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** The generation that answers, null before the database was reached. */
    @Nullable FeedStore get() {
        return active;
    }

    private void look() {
        try {
            int generation = generations.active();
            var before = active;
            if (before == null || before.generation() != generation) {
                var now = FeedStore.in(database, generation);
                active = now;
                takeUp.accept(now);
            }
            away = false;
        } catch (RuntimeException fault) {
            if (!away) {
                LOG.warn("The generation that answers cannot be looked up", fault);
            }
            away = true;
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
