package io.samling.eventfeed;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.samling.testing.TestServers;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReadOffsetsTest {

    private static final TopicPartition ONE = new TopicPartition("facts", 1);
    private static final TopicPartition OTHER = new TopicPartition("facts", 2);
    private static final Map<String, Uuid> TOPIC = Map.of("facts", Uuid.randomUuid());
    private static final Map<String, Uuid> REPLACED = Map.of("facts", Uuid.randomUuid());

    private final MongoClient client = MongoClients.create(TestServers.mongodb());
    private final ReadOffsets offsets =
            new ReadOffsets(client.getDatabase(TestServers.database()), "offsets");

    @Test
    void who_comes_late_does_not_set_them_back() {
        offsets.store(Map.of(ONE, 10L, OTHER, 5L), TOPIC);
        offsets.store(Map.of(ONE, 7L, OTHER, 6L), TOPIC);

        assertThat(offsets.of(TOPIC)).isEqualTo(Map.of(ONE, 10L, OTHER, 6L));
    }

    @Test
    void a_topic_of_another_broker_begins_anew() {
        offsets.store(Map.of(ONE, 10L), TOPIC);
        assertThat(offsets.of(REPLACED)).isEmpty();

        offsets.store(Map.of(ONE, 3L), REPLACED);

        assertThat(offsets.of(REPLACED)).isEqualTo(Map.of(ONE, 3L));
    }

    @AfterEach
    void close() {
        client.close();
    }
}
