package io.samling.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MongoSubsetTest {

    MongoClient client;
    MongoCollection<Document> things;

    @BeforeEach
    void connect() {
        client = MongoClients.create(TestServers.mongodb());
        things = client.getDatabase(TestServers.database()).getCollection("things");
    }

    @AfterEach
    void disconnect() {
        client.close();
    }

    @Test
    void says_nothing_of_what_samling_may_send() {
        things.insertMany(List.of(new Document("_id", 1), new Document("_id", 2)));
        things.bulkWrite(
                List.of(
                        new InsertOneModel<>(new Document("_id", 3)),
                        new UpdateOneModel<>(Filters.eq("_id", 1), Updates.set("name", "x"))));
        things.find(Filters.gt("_id", 0)).sort(Sorts.descending("_id")).limit(1).first();
        things.countDocuments();

        assertThat(MongoSubset.complaints()).isEmpty();
    }

    @Test
    void tells_of_a_filter_outside() {
        assertThatThrownBy(() -> things.find(Filters.regex("name", "x")).first())
                .isInstanceOf(MongoException.class);

        assertThat(MongoSubset.complaints())
                .singleElement()
                .asString()
                .contains("regular expressions");
    }

    @Test
    void tells_of_an_update_outside_that_is_one_of_several() {
        var update = Updates.rename("a", "b");

        assertThatThrownBy(() -> things.updateMany(Filters.empty(), update))
                .isInstanceOf(MongoException.class);

        assertThat(MongoSubset.complaints()).singleElement().asString().contains("$rename");
    }

    @Test
    void tells_of_a_command_outside() {
        assertThatThrownBy(() -> client.getDatabase("x").runCommand(new Document("dbStats", 1)))
                .isInstanceOf(MongoException.class);

        assertThatThrownBy(MongoSubset::assertKept)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("the command dbStats");
    }
}
