package io.samling.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class TestServersTest {

    @Test
    void give_a_mongodb_that_says_it_is_a_replica_set() {
        try (var client = MongoClients.create(TestServers.mongodb())) {
            var hello = client.getDatabase("admin").runCommand(new Document("hello", 1));

            assertThat(hello.getString("setName")).isNotBlank();
        }
    }

    @Test
    void give_a_kafka_that_answers() throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", TestServers.kafka());
        try (var admin = Admin.create(settings)) {
            assertThat(admin.describeCluster().nodes().get(20, TimeUnit.SECONDS)).isNotEmpty();
        }
    }

    @Test
    void never_give_the_same_database_twice() {
        assertThat(TestServers.database()).isNotEqualTo(TestServers.database());
    }
}
