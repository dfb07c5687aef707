package io.samling.localstack.mongodb;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ConnectionString;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoClientException;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoServerException;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.BsonTimestamp;
import org.bson.Document;
import org.bson.types.Binary;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MongoStandInTest {

    static MongoStandIn standIn;
    static MongoClient client;

    MongoCollection<Document> things;

    @BeforeAll
    static void start() {
        standIn = MongoStandIn.inMemory("127.0.0.1", 0);
        client = connect(standIn.connectionString());
    }

    @AfterAll
    static void stop() {
        client.close();
        standIn.close();
    }

    @BeforeEach
    void emptyCollection() {
        things = client.getDatabase("test").getCollection("things");
        things.drop();
    }

    @Test
    void is_found_by_a_driver_that_looks_for_a_replica_set() {
        var address =
                standIn.connectionString().replace("directConnection=true", "replicaSet=samling");
        try (var other = connect(address)) {
            other.getDatabase("test").getCollection("things").insertOne(new Document("_id", 1));
        }

        assertThat(things.countDocuments()).isEqualTo(1);
    }

    @Test
    void gives_back_every_kind_of_value_as_it_was_given() {
        var document =
                new Document("_id", new ObjectId())
                        .append("int", 1)
                        .append("long", Long.MAX_VALUE)
                        .append("double", -0.1)
                        .append("text", "Växjö \0 end")
                        .append("timestamp", new BsonTimestamp(1, 1))
                        .append("bytes", new Binary(new byte[] {1, 2}))
                        .append("nothing", null)
                        .append("list", List.of(1, "two", new Document("three", 3), List.of()));

        things.insertOne(document);

        assertThat(things.find().first()).isEqualTo(document);
    }

    @Test
    void does_not_mix_up_whole_numbers_that_lie_closer_than_doubles_do() {
        var big = 1L << 60;
        things.insertMany(List.of(new Document("_id", big + 1), new Document("_id", big)));

        assertThat(things.find(eq("_id", big)).into(new ArrayList<>())).hasSize(1);
        assertThat(things.find().sort(ascending("_id")).first())
                .isEqualTo(new Document("_id", big));
    }

    @Test
    void tells_which_document_of_a_batch_collides_and_keeps_those_before_it() {
        var batch = List.of(doc(1), doc(2), doc(1), doc(3));

        assertThatThrownBy(() -> things.insertMany(batch))
                .isInstanceOfSatisfying(
                        MongoBulkWriteException.class,
                        e -> {
                            var error = e.getWriteErrors().getFirst();
                            assertThat(error.getIndex()).isEqualTo(2);
                            assertThat(error.getCode()).isEqualTo(11000);
                            assertThat(e.getWriteResult().getInsertedCount()).isEqualTo(2);
                        });
        assertThat(things.countDocuments()).isEqualTo(2);
    }

    @Test
    void holds_a_unique_key_against_updates_too() {
        things.createIndex(
                Indexes.ascending("email"), new IndexOptions().unique(true).sparse(true));
        things.insertMany(
                List.of(doc(1).append("email", "a"), doc(2).append("email", "b"), doc(3), doc(4)));

        assertThatThrownBy(() -> things.updateOne(eq("_id", 2), set("email", "a")))
                .isInstanceOf(MongoWriteException.class)
                .hasMessageContaining("E11000");
        assertThat(things.find(eq("_id", 2)).first()).containsEntry("email", "b");
    }

    @Test
    void refuses_a_unique_index_that_does_not_hold() {
        things.insertMany(List.of(doc(1).append("n", 1), doc(2).append("n", 1)));

        assertThatThrownBy(
                        () ->
                                things.createIndex(
                                        Indexes.ascending("n"), new IndexOptions().unique(true)))
                .isInstanceOf(MongoServerException.class)
                .hasMessageContaining("11000");
        assertThat(things.listIndexes().into(new ArrayList<>())).hasSize(1);
    }

    @Test
    void inserts_on_an_upsert_what_filter_and_update_say_together() {
        var filter = and(eq("_id", "x"), lt("version", 3));
        var update = combine(set("name", "n"), setOnInsert("made", 1), inc("version", 3));

        var result = things.updateOne(filter, update, new UpdateOptions().upsert(true));

        assertThat(result.getUpsertedId()).isNotNull();
        assertThat(things.find().first())
                .isEqualTo(
                        new Document("_id", "x")
                                .append("made", 1)
                                .append("name", "n")
                                .append("version", 3));
    }

    @Test
    void shows_only_the_fields_asked_for() {
        things.insertOne(doc(1).append("a", new Document("b", 1).append("c", 2)).append("d", 3));

        assertThat(things.find().projection(Projections.include("a.b")).first())
                .isEqualTo(doc(1).append("a", new Document("b", 1)));
        assertThat(things.find().projection(Projections.exclude("a.b", "d")).first())
                .isEqualTo(doc(1).append("a", new Document("c", 2)));
        assertThat(
                        things.find()
                                .projection(
                                        Projections.fields(
                                                Projections.include("d"), Projections.excludeId()))
                                .first())
                .isEqualTo(new Document("d", 3));
    }

    @Test
    void hands_out_a_long_answer_in_batches_while_the_data_changes() {
        for (int i = 0; i < 1000; i++) {
            things.insertOne(doc(i));
        }
        try (var cursor = things.find().sort(ascending("_id")).batchSize(10).iterator()) {
            cursor.next();
            things.deleteOne(eq("_id", 500));
            things.insertOne(doc(1000));
            var rest = new ArrayList<Document>();
            cursor.forEachRemaining(rest::add);

            assertThat(rest).hasSize(999).contains(doc(1000)).doesNotContain(doc(500));
        }
    }

    @Nested
    class What_axons_extension_sends {

        @Test
        void claims_a_token_that_is_free_or_stale() {
            things.createIndex(
                    Indexes.ascending("processor", "segment"), new IndexOptions().unique(true));
            things.insertOne(
                    new Document("processor", "roll")
                            .append("segment", 0)
                            .append("owner", null)
                            .append("timestamp", 5L));
            var claimable =
                    and(
                            eq("processor", "roll"),
                            eq("segment", 0),
                            or(eq("owner", "me"), eq("owner", null), lt("timestamp", 3L)));

            var before =
                    things.findOneAndUpdate(
                            claimable, combine(set("owner", "other"), set("timestamp", 9L)));

            assertThat(before).containsEntry("owner", null);
            assertThat(things.updateOne(claimable, set("owner", "me")).getMatchedCount()).isZero();
        }

        @Test
        void finds_the_first_letter_of_each_sequence_that_nobody_works_on() {
            letter("a", 0L, 100L);
            letter("a", 1L, null);
            letter("b", 0L, null);
            letter("c", 0L, 10L);
            var result =
                    new Document("lastTouched", "$lastTouched")
                            .append("started", "$started")
                            .append("_id", "$_id");

            var free =
                    things.aggregate(
                                    List.of(
                                            Aggregates.match(eq("group", "g")),
                                            Aggregates.group(
                                                    "$sequence",
                                                    Accumulators.first("index", result)),
                                            Aggregates.replaceRoot("$index"),
                                            Aggregates.match(
                                                    or(
                                                            exists("started.seconds", false),
                                                            lt("started.seconds", 50L))),
                                            Aggregates.sort(ascending("lastTouched")),
                                            Aggregates.project(
                                                    Projections.fields(
                                                            Projections.include("_id")))))
                            .into(new ArrayList<>());

            assertThat(free).containsExactly(new Document("_id", "c0"), new Document("_id", "b0"));
        }

        @Test
        void counts_and_lists_sequences() {
            letter("a", 0L, null);
            letter("a", 1L, null);
            letter("b", 0L, null);

            assertThat(things.countDocuments(eq("group", "g"))).isEqualTo(3);
            assertThat(things.countDocuments(eq("group", "none"))).isZero();
            assertThat(
                            things.distinct("sequence", eq("group", "g"), String.class)
                                    .into(new ArrayList<>()))
                    .containsExactly("a", "b");
        }

        private void letter(String sequence, long index, @Nullable Long started) {
            var letter =
                    new Document("_id", sequence + index)
                            .append("group", "g")
                            .append("sequence", sequence)
                            .append("index", index)
                            .append("lastTouched", 100 - (int) sequence.charAt(0));
            if (started != null) {
                letter.append("started", new Document("seconds", started));
            }
            things.insertOne(letter);
        }
    }

    @Nested
    class What_it_does_not_know {

        @Test
        void are_transactions() {
            assertThatThrownBy(MongoStandInTest.this::insertInTransaction)
                    .isInstanceOf(MongoClientException.class)
                    .hasMessageContaining("a server that doesn't support sessions");
        }

        @ParameterizedTest
        @ValueSource(strings = {"$regex", "$where", "$text", "$expr", "$near", "$size", "$mod"})
        void are_other_filters(String operator) {
            things.insertOne(doc(1));
            var filter =
                    operator.equals("$where")
                                    || operator.equals("$text")
                                    || operator.equals("$expr")
                            ? new Document(operator, "x")
                            : new Document("name", new Document(operator, "x"));

            assertThatThrownBy(() -> things.find(filter).first())
                    .isInstanceOf(MongoCommandException.class)
                    .hasMessageContaining("does not know the filter operator " + operator);
        }

        @Test
        void are_other_stages() {
            assertThatThrownBy(
                            () ->
                                    things.aggregate(
                                                    List.of(
                                                            new Document(
                                                                    "$lookup", new Document())))
                                            .first())
                    .hasMessageContaining("does not know the aggregation stage $lookup");
            assertThatThrownBy(() -> things.watch().cursor()).hasMessageContaining("does not know");
        }

        @Test
        void are_indexes_of_other_kinds() {
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
        void are_updates_by_position() {
            assertThatThrownBy(() -> things.updateOne(eq("a", 1), set("a.$", 2)))
                    .hasMessageContaining("the positional path a.$");
            assertThatThrownBy(
                            () ->
                                    things.updateOne(
                                            eq("a", 1),
                                            new Document("$rename", new Document("a", "b"))))
                    .hasMessageContaining("the update operator $rename");
        }
    }

    private void insertInTransaction() {
        try (var session = client.startSession()) {
            session.startTransaction();
            things.insertOne(session, doc(1));
        }
    }

    static Document doc(int id) {
        return new Document("_id", id);
    }

    static MongoClient connect(String connectionString) {
        return MongoClients.create(
                MongoClientSettings.builder()
                        .applyConnectionString(new ConnectionString(connectionString))
                        .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                        .readConcern(ReadConcern.MAJORITY)
                        .build());
    }
}
