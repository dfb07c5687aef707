package io.samling.localstack.mongodb;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Sorts.ascending;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import com.mongodb.client.model.Projections;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonBinarySubType;
import org.bson.BsonRegularExpression;
import org.bson.BsonTimestamp;
import org.bson.Document;
import org.bson.types.Binary;
import org.bson.types.Code;
import org.bson.types.CodeWithScope;
import org.bson.types.Decimal128;
import org.bson.types.MaxKey;
import org.bson.types.MinKey;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;

class ReadingTest extends OnAStandIn {

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
                        .append("uuid", new Binary(BsonBinarySubType.UUID_STANDARD, new byte[16]))
                        .append("decimal", new Decimal128(new BigDecimal("1.10")))
                        .append("pattern", new BsonRegularExpression("^a", "i"))
                        .append("code", new Code("x"))
                        .append("ends", List.of(new MinKey(), new MaxKey(), true))
                        .append("list", List.of(1, "two", new Document("three", 3), List.of()));

        things.insertOne(document);

        assertThat(things.find().first()).isEqualTo(document);
        var fields = new ArrayList<>(document.keySet());
        document.keySet().removeAll(fields.subList(2, 7));
        assertThat(things.find().projection(Projections.exclude(fields.subList(2, 7))).first())
                .isEqualTo(document);
        document.remove("_id");
        assertThat(
                        things.find()
                                .projection(
                                        Projections.fields(
                                                Projections.exclude(fields.subList(2, 7)),
                                                Projections.excludeId()))
                                .first())
                .isEqualTo(document);
    }

    @Test
    void takes_no_document_that_it_could_not_read_again() {
        var inside = List.of(new Document("code", new CodeWithScope("x", new Document())));

        assertThatThrownBy(() -> things.insertOne(doc(1).append("inside", inside)))
                .isInstanceOf(MongoException.class);
        assertThat(things.countDocuments()).isZero();
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
}
