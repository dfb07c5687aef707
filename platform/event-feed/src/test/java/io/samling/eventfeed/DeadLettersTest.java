package io.samling.eventfeed;

import static io.samling.eventfeed.Sums.added;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.samling.eventfeed.FeedEngine.Repaired;
import io.samling.eventfeed.ToldLog.Event;
import io.samling.eventfeed.ToldLog.Told;
import io.samling.testing.TestServers;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class DeadLettersTest {

    private static final String LOG = "0000abcd";

    private final String service = TestServers.unique("s");
    private final String topic = Sums.topicOf(service);
    private final String database = TestServers.database();
    private final Sums family = new Sums(service);
    @AutoClose private final Opened open = new Opened();
    private final ToldLog log = open.add(ToldLog.start(service, LOG));

    @Test
    void a_fact_that_cannot_be_read_is_sent_as_it_came_and_counts_after_the_repair() {
        var feed = feed();
        log.tell(of("a", "1"), of("a", "seven"), of("b", "1000"));
        var told = log.tell(of("a", "10"), of("a", "100"));

        var letter = letters(1).getFirst();
        assertThat(letter.key()).isEqualTo("a".getBytes(UTF_8));
        assertThat(letter.value()).isEqualTo("seven".getBytes(UTF_8));
        assertThat(header(letter, "ce_id")).isEqualTo(LOG + "-1-0");
        assertThat(header(letter, "kafka_dlt-original-topic")).isEqualTo(topic);
        assertThat(header(letter, "kafka_dlt-exception-message"))
                .contains(LOG + "-1-0", "NumberFormatException");
        assertThat(offset(letter)).isEqualTo(1);
        assertThat(feed.sum(told)).isEqualTo(1001);
        await().until(() -> feed.parked() == 3);
        await().until(() -> feed.engine().deadLetters().waiting() == 0);

        family.readsWords.set(true);
        assertThat(feed.engine().repair()).isEqualTo(new Repaired(0, 0));

        await().until(() -> feed.parked() == 0);
        assertThat(feed.sum(told)).isEqualTo(1118);
    }

    @Test
    void records_that_are_no_facts_are_sent_and_their_subjects_wait() {
        var feed = feed();
        log.tell(of("a", "1"), of("b", "10"), of("c", "100"), of("d", "1000"));
        log.garble(topic, "a");
        log.send(new ProducerRecord<>(topic, "b", null));
        log.send(withoutHeader(added(service, "c", "1"), "ce_time"));
        var told = log.tell(of("a", "1"), of("b", "1"), of("c", "1"), of("d", "1"));

        assertThat(letters(3))
                .extracting(letter -> header(letter, "kafka_dlt-exception-message"))
                .containsExactlyInAnyOrder(
                        "the header ce_id is missing",
                        "the header ce_id is missing",
                        "the header ce_time is missing");
        assertThat(feed.sum(told)).isEqualTo(1112);
        assertThat(feed.parked()).isEqualTo(6);
    }

    @Test
    void a_type_of_a_newer_contract_is_kept_and_left_aside() {
        var feed = feed();
        var newer = new Told(topic, "io.samling.sums.doubled.v2", "a", "{\"by\": 2}");
        var told = log.tell(of("a", "1"), Event.of(newer), of("a", "10"));

        assertThat(feed.sum(told)).isEqualTo(11);
        assertThat(feed.parked()).isZero();
    }

    @Test
    void a_fact_of_another_log_does_not_count() {
        var feed = feed();
        log.tell(of("a", "1"));
        try (var another =
                ToldLog.start(TestServers.kafka(), service, "0000ef01", List.of(topic))) {
            log.send(another.record(added(service, "a", "5"), 1));
        }
        var told = log.tell(of("a", "10"));

        assertThat(feed.sum(told)).isEqualTo(11);
        assertThat(feed.parked()).isZero();
    }

    private ProducerRecord<String, byte[]> withoutHeader(Told fact, String header) {
        var record = log.record(fact, 99);
        record.headers().remove(header);
        return record;
    }

    /** So many letters, once they are there; who was interrupted may have sent one twice. */
    private List<ConsumerRecord<byte[], byte[]>> letters(int many) {
        var letters = new TopicPartition(DeadLetters.topicOf(database), 0);
        List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
        try (var consumer = new Servers(TestServers.mongodb(), TestServers.kafka()).follower(100)) {
            consumer.assign(List.of(letters));
            await().ignoreExceptions()
                    .until(
                            () -> {
                                consumer.seekToBeginning(List.of(letters));
                                found.clear();
                                consumer.poll(Duration.ofMillis(500)).forEach(found::add);
                                return found.size() >= many;
                            });
        }
        return found;
    }

    private static String header(ConsumerRecord<?, ?> letter, String name) {
        return new String(Objects.requireNonNull(letter.headers().lastHeader(name)).value(), UTF_8);
    }

    private static long offset(ConsumerRecord<?, ?> letter) {
        var header = letter.headers().lastHeader("kafka_dlt-original-offset");
        return ByteBuffer.wrap(Objects.requireNonNull(header).value()).getLong();
    }

    private Event of(String subject, String number) {
        return Event.of(added(service, subject, number));
    }

    private RunningFeed feed() {
        return open.add(RunningFeed.start(family, database));
    }
}
