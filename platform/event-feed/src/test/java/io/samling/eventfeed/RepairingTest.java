package io.samling.eventfeed;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.samling.eventfeed.Repairing.Left;
import io.samling.eventfeed.TopicWatch.Topic;
import io.samling.rebuild.Generations;
import io.samling.testing.TestServers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RepairingTest {

    private static final Uuid TOPIC = Uuid.randomUuid();

    private final Sums family = new Sums("s");
    private final Map<String, Topic> topics = Map.of(family.topic(), new Topic(TOPIC, 1));
    private final MongoClient client = MongoClients.create(TestServers.mongodb());
    private final FeedStore store =
            FeedStore.in(client.getDatabase(TestServers.database()), Generations.FIRST);
    private final Repairing repairing =
            new Repairing(new Families(List.of(family)), store, () -> topics);

    @Test
    void a_record_that_can_be_read_now_is_kept_and_its_subject_derived() {
        store.parked().park(record("0000abcd-3-0"), TOPIC, 2, "not read by older code");

        assertThat(repairing.repair()).isEqualTo(new Left(0, 0));

        var subject = new Subject("sums", "0000abcd", "a");
        assertThat(store.facts().of(List.of(subject)).get(subject)).hasSize(1);
        store.subjects()
                .each("sums", "0000abcd", found -> assertThat(found.get("facts")).isEqualTo(1));
    }

    @Test
    void one_that_is_still_no_fact_stays_parked() {
        store.parked().park(record("no id"), TOPIC, 2, "no fact");

        assertThat(repairing.repair()).isEqualTo(new Left(0, 1));
    }

    @Test
    void who_keeps_all_the_while_sees_what_was_repaired() {
        store.parked().park(record("0000abcd-3-0"), TOPIC, 2, "not read by older code");
        var subject = new Subject("sums", "0000abcd", "a");
        try (var keeping = new Keeping(store, topics)) {
            var _ = keeping.takeUp(List.of());

            repairing.repair();
            var partition = new TopicPartition(family.topic(), 0);
            keeping.keep(family, partition, List.of(record("0000abcd-4-0")));
            keeping.derive(family, Set.of(subject));
        }

        assertThat(store.subjects().parked()).isEmpty();
        assertThat(store.subjects().find(subject.key())).containsEntry("facts", 2);
    }

    private ConsumerRecord<byte[], byte[]> record(String id) {
        var record =
                new ConsumerRecord<byte[], byte[]>(family.topic(), 0, 7, bytes("a"), bytes("5"));
        Map.of(
                        "ce_id", id,
                        "ce_source", "/samling/s/0000abcd",
                        "ce_type", Sums.TYPE,
                        "ce_subject", "a",
                        "ce_time", "2026-01-01T00:00:00Z")
                .forEach((name, value) -> record.headers().add(name, bytes(value)));
        return record;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @AfterEach
    void close() {
        client.close();
    }
}
