package io.samling.eventfeed;

import io.samling.eventfeed.PoisonRecords.Poison;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends each poison record as it came to the group's topic of dead letters, with the reason and
 * where it lies in headers that Spring Kafka has made usual. What is parked does not depend on it:
 * a repair takes the facts that are kept, and a letter only tells others.
 */
final class DeadLetters implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);
    private static final String PREFIX = "kafka_dlt-";
    private static final long EVERY_MILLIS = 1000;
    private static final Duration READ_WITHIN = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final long SECONDS = 15;

    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("feed-dead-letters").factory());
    private final PoisonRecords poison;
    private final Servers servers;
    private final String group;
    private final Clock clock;
    private @Nullable Producer<byte[], byte[]> producer;
    private volatile long waiting;

    DeadLetters(PoisonRecords poison, Servers servers, String group, Clock clock) {
        this.poison = poison;
        this.servers = servers;
        this.group = group;
        this.clock = clock;
    }

    /** The topic of a group, such as {@code samling.reporting.dead-letters.v1}. */
    static String topicOf(String group) {
        return group.replace('-', '.') + ".dead-letters.v1";
    }

    /** How many records wait to be sent. */
    long waiting() {
        return waiting;
    }

    void start() {
        var _ = timer.scheduleWithFixedDelay(this::send, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void send() {
        try {
            for (var next = poison.claim(clock.instant());
                    next != null;
                    next = poison.claim(clock.instant())) {
                send(next);
                poison.told(next);
            }
            waiting = poison.waiting();
        } catch (RuntimeException | ExecutionException fault) {
            LOG.warn("Dead letters wait: {}", fault.toString());
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(Poison next) throws ExecutionException, InterruptedException {
        var record = read(next);
        if (record == null) {
            LOG.error("{} offset {} is on the topic no more", next.partition(), next.offset());
            return;
        }
        var _ = producer().send(letter(record, next.reason())).get();
    }

    private @Nullable ConsumerRecord<byte[], byte[]> read(Poison wanted) {
        try (var consumer = servers.follower(1)) {
            consumer.assign(List.of(wanted.partition()));
            consumer.seek(wanted.partition(), wanted.offset());
            long deadline = System.nanoTime() + READ_WITHIN.toNanos();
            while (System.nanoTime() < deadline) {
                for (var record : consumer.poll(POLL)) {
                    return record.offset() == wanted.offset() ? record : null;
                }
            }
            throw new IllegalStateException("No answer for " + wanted.partition());
        }
    }

    private ProducerRecord<byte[], byte[]> letter(
            ConsumerRecord<byte[], byte[]> record, String reason) {
        var letter =
                new ProducerRecord<>(
                        topicOf(group), null, record.key(), record.value(), record.headers());
        add(letter, "original-topic", text(record.topic()));
        add(letter, "original-partition", whole(record.partition()));
        add(letter, "original-offset", number(record.offset()));
        add(letter, "original-timestamp", number(record.timestamp()));
        add(letter, "original-timestamp-type", text(record.timestampType().toString()));
        add(letter, "original-consumer-group", text(group));
        add(letter, "exception-message", text(reason));
        return letter;
    }

    private static void add(ProducerRecord<?, ?> letter, String name, byte[] value) {
        letter.headers().add(PREFIX + name, value);
    }

    private static byte[] whole(int number) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(number).array();
    }

    private static byte[] number(long number) {
        return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The topic is made with the first letter: nobody else owns it. */
    private Producer<byte[], byte[]> producer() throws ExecutionException, InterruptedException {
        var now = producer;
        if (now == null) {
            try (var admin = servers.admin()) {
                create(admin);
            }
            now = servers.producer();
            producer = now;
        }
        return now;
    }

    private void create(Admin admin) throws ExecutionException, InterruptedException {
        var topic =
                new NewTopic(topicOf(group), Optional.of(1), Optional.empty())
                        .configs(Map.of("retention.ms", "-1"));
        try {
            var _ = admin.createTopics(List.of(topic)).all().get();
        } catch (ExecutionException fault) {
            if (!(fault.getCause() instanceof TopicExistsException)) {
                throw fault;
            }
        }
    }

    @Override
    public void close() {
        timer.shutdown();
        try {
            if (!timer.awaitTermination(SECONDS, TimeUnit.SECONDS)) {
                timer.shutdownNow();
            }
        } catch (InterruptedException closing) {
            timer.shutdownNow();
            Thread.currentThread().interrupt();
        }
        if (producer != null) {
            producer.close(Duration.ofSeconds(1));
        }
    }
}
