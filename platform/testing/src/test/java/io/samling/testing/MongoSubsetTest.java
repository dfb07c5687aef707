package io.samling.testing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoSubsetTest {

    @RegisterExtension final MongoSubset subset = new MongoSubset();

    MongoClient client;
    MongoCollection<Document> things;

    @BeforeEach
    void connect() {
        client =
                MongoClients.create(
                        MongoClientSettings.builder()
                                .applyConnectionString(new ConnectionString(TestServers.mongodb()))
                                .addCommandListener(subset)
                                .build());
        things = client.getDatabase(TestServers.database()).getCollection("things");
    }

    @AfterEach
    void disconnect() {
        client.close();
    }

    @Test
    void says_nothing_of_what_samling_may_send() {
        things.insertMany(List.of(new Document("_id", 1), new Document("_id", 2)));
        things.updateOne(Filters.eq("_id", 1), Updates.set("name", "x"));
        things.find(Filters.gt("_id", 0)).sort(Sorts.descending("_id")).limit(1).first();
        things.countDocuments();
    }

    @Test
    void fails_a_test_that_sends_a_filter_outside() {
        assertThatThrownBy(() -> things.find(Filters.regex("name", "x")).first())
                .isInstanceOf(MongoException.class);

        assertThatThrownBy(subset::assertKept)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("regular expressions");
    }

    @Test
    void fails_a_test_that_sends_a_command_outside() {
        assertThatThrownBy(() -> client.getDatabase("x").runCommand(new Document("dbStats", 1)))
                .isInstanceOf(MongoException.class);

        assertThatThrownBy(subset::assertKept)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("the command dbStats");
    }
}
