package io.samling.localstack.mongodb;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the token store and the dead-letter queue of Axon's extension send. */
class AxonCommandsTest extends OnAStandIn {

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
                                                "$sequence", Accumulators.first("index", result)),
                                        Aggregates.replaceRoot("$index"),
                                        Aggregates.match(
                                                or(
                                                        exists("started.seconds", false),
                                                        lt("started.seconds", 50L))),
                                        Aggregates.sort(ascending("lastTouched")),
                                        Aggregates.project(
                                                Projections.fields(Projections.include("_id")))))
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
