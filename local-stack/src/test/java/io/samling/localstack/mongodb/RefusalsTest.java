package io.samling.localstack.mongodb;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoClientException;
import com.mongodb.MongoCommandException;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.types.MinKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is outside the subset is refused by its name. */
class RefusalsTest extends OnAStandIn {

    @Test
    void refuses_transactions() {
        assertThatThrownBy(this::insertInTransaction)
                .isInstanceOf(MongoClientException.class)
                .hasMessageContaining("a server that doesn't support sessions");
    }

    @ParameterizedTest
    @ValueSource(strings = {"$regex", "$where", "$text", "$expr", "$near", "$size", "$mod"})
    void refuses_other_filters(String operator) {
        things.insertOne(doc(1));
        var filter =
                operator.equals("$where") || operator.equals("$text") || operator.equals("$expr")
                        ? new Document(operator, "x")
                        : new Document("name", new Document(operator, "x"));

        assertThatThrownBy(() -> things.find(filter).first())
                .isInstanceOf(MongoCommandException.class)
                .hasMessageContaining("does not know the filter operator " + operator);
    }

    @Test
    void refuses_ranges_over_all_types() {
        assertThatThrownBy(() -> things.find(gt("a", new MinKey())).first())
                .hasMessageContaining("a range from or to the least or greatest of all values");
    }

    @Test
    void refuses_other_stages() {
        assertThatThrownBy(
                        () ->
                                things.aggregate(List.of(new Document("$lookup", new Document())))
                                        .first())
                .hasMessageContaining("does not know the aggregation stage $lookup");
        assertThatThrownBy(() -> things.watch().cursor()).hasMessageContaining("does not know");
    }

    @Test
    void refuses_indexes_of_other_kinds() {
        var onlySome = new IndexOptions().partialFilterExpression(exists("a"));
        assertThatThrownBy(() -> things.createIndex(Indexes.ascending("a"), onlySome))
                .hasMessageContaining("the index option partialFilterExpression");
        var shortLived = new IndexOptions().expireAfter(1L, TimeUnit.DAYS);
        assertThatThrownBy(() -> things.createIndex(Indexes.ascending("a"), shortLived))
                .hasMessageContaining("the index option expireAfterSeconds");
        assertThatThrownBy(() -> things.createIndex(Indexes.text("a")))
                .hasMessageContaining("an index of kind text");
    }

    @Test
    void refuses_updates_by_position() {
        assertThatThrownBy(() -> things.updateOne(eq("a", 1), set("a.$", 2)))
                .hasMessageContaining("the positional path a.$");
        assertThatThrownBy(
                        () ->
                                things.updateOne(
                                        eq("a", 1),
                                        new Document("$rename", new Document("a", "b"))))
                .hasMessageContaining("the update operator $rename");
    }

    private void insertInTransaction() {
        try (var session = client.startSession()) {
            session.startTransaction();
            things.insertOne(session, doc(1));
        }
    }
}
