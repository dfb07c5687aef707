package io.samling.localstack.mongodb;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.UpdateOptions;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class WritingTest extends OnAStandIn {

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
}
