package io.samling.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClients;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningStackTest {

    @TempDir Path data;

    @Test
    void answers_a_driver_that_wants_majority_and_journal() {
        try (var stack = start();
                var client = MongoClients.create(careful(stack.mongodb()))) {
            var log = client.getDatabase("samling_member").getCollection("log");

            log.insertMany(List.of(new Document("_id", 0L), new Document("_id", 1L)));

            assertThat(log.find().sort(new Document("_id", -1)).first())
                    .isEqualTo(new Document("_id", 1L));
        }
    }

    @Test
    void keeps_its_topics_over_a_restart() throws Exception {
        try (var stack = start();
                var admin = Admin.create(clientOf(stack))) {
            var facts = new NewTopic("samling.member.facts.v1", 12, (short) 1);
            admin.createTopics(List.of(facts)).all().get(20, TimeUnit.SECONDS);
        }

        try (var stack = start();
                var admin = Admin.create(clientOf(stack))) {
            assertThat(admin.listTopics().names().get(20, TimeUnit.SECONDS))
                    .contains("samling.member.facts.v1");
        }
    }

    @Test
    void says_in_a_file_where_it_listens_while_it_runs() throws Exception {
        var ready = data.resolve(RunningStack.READY_FILE);

        try (var stack = start()) {
            assertThat(Files.readString(ready, StandardCharsets.UTF_8)).contains(stack.kafka());
        }

        assertThat(ready).doesNotExist();
    }

    private RunningStack start() {
        var onFreePorts = StackSettings.onFreePorts(data);
        return RunningStack.start(onFreePorts, failure -> fail(failure.getMessage()));
    }

    private static Map<String, Object> clientOf(RunningStack stack) {
        return Map.of("bootstrap.servers", stack.kafka());
    }

    private static MongoClientSettings careful(String connectionString) {
        return MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(connectionString))
                .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .readConcern(ReadConcern.MAJORITY)
                .build();
    }
}
