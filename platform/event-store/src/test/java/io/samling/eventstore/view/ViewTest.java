package io.samling.eventstore.view;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import io.samling.eventstore.LogIdentity;
import io.samling.testing.TestServers;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ViewTest {

    static final RowSort<Visits> VISITS =
            new RowSort<>(
                    "visits",
                    Visits.class,
                    (row, since) -> new Document("order", "%03d".formatted(since)),
                    List.of(Indexes.ascending("order")));

    static final RowSort<Visits> OTHERS =
            new RowSort<>("others", Visits.class, (_, _) -> new Document(), List.of());

    record Visits(String club, List<String> visitors, long count) {

        Visits by(String visitor) {
            var all = new ArrayList<>(visitors);
            all.add(visitor);
            return new Visits(club, all, count + 1);
        }
    }

    final MongoClient mongo = MongoClients.create(TestServers.mongodb());
    final MongoDatabase database = mongo.getDatabase(TestServers.database());
    final View view = viewOf("7f3a91c2");

    @AfterEach
    void close() {
        mongo.close();
    }

    View viewOf(String logId) {
        return View.of(database, new LogIdentity("club", logId), "visits", VISITS, OTHERS);
    }

    @Test
    void shows_what_a_batch_has_made_of_its_rows() {
        var batch = new Changes();
        found(batch, 0, "a");
        found(batch, 1, "b");
        visit(batch, 2, "a", "Ada");
        visit(batch, 3, "a", "Bo");
        view.write(batch);

        assertThat(row("a")).isEqualTo(new Visits("a", List.of("Ada", "Bo"), 2));
        assertThat(listed()).containsExactly("a", "b");
        assertThat(view.reached()).hasToString("club:7f3a91c2:3");
    }

    @Test
    void is_not_changed_by_a_batch_that_comes_again_in_other_parts() {
        write(0, 5);
        write(0, 5);
        write(3, 9);

        assertThat(row("a"))
                .isEqualTo(new Visits("a", List.of("1", "2", "3", "4", "5", "6", "7", "8"), 8));
        assertThat(view.reached().position()).isEqualTo(8);
        write(1, 4);
        assertThat(view.reached().position()).isEqualTo(8);
    }

    @Test
    void shows_what_precedes_an_event_that_it_cannot_show() {
        var batch = new Changes();
        found(batch, 0, "a");
        visit(batch, 1, "a", "Ada");
        batch.at(2);
        batch.put(OTHERS, "half", new Visits("half", List.of(), 0));
        batch.change(VISITS, "nobody", row -> row.by("Bo"));
        visit(batch, 3, "a", "Cy");

        assertThatExceptionOfType(EventNotShown.class)
                .isThrownBy(() -> view.write(batch))
                .returns(2L, EventNotShown::position)
                .withMessageContaining("nobody");
        assertThat(row("a").visitors()).containsExactly("Ada");
        assertThat(view.reached().position()).isEqualTo(1);
    }

    @Test
    void does_not_write_over_what_another_instance_has_written() {
        write(0, 2);
        var batch = new Changes();
        batch.at(2);
        batch.change(
                VISITS,
                "a",
                row -> {
                    database.getCollection("visits").updateOne(eq("_id", "a"), set("at", 7L));
                    return row.by("Bo");
                });

        assertThatIllegalStateException().isThrownBy(() -> view.write(batch));
        assertThat(row("a").visitors()).containsExactly("1");
    }

    @Test
    void does_not_go_on_where_it_was_replaced() {
        write(0, 2);
        var batch = new Changes();
        visit(batch, 2, "a", "Ada");
        batch.change(
                VISITS,
                "a",
                row -> {
                    viewOf("7f3a91c2").beginAnew();
                    return row;
                });

        assertThatIllegalStateException().isThrownBy(() -> view.write(batch));
        assertThat(view.reached().position()).isEqualTo(-1);
        assertThat(listed()).isEmpty();
    }

    @Test
    void of_another_log_has_reached_nothing_of_this_one_until_it_begins_anew() {
        write(0, 2);

        var restored = viewOf("0b55e8d4");
        assertThat(restored.reached()).hasToString("club:0b55e8d4:-1");
        restored.beginAnew();

        assertThat(find(restored, "a")).isNull();
        assertThat(database.listCollectionNames()).doesNotContain("visits", "others");
    }

    @Test
    void takes_nothing_for_its_own_that_was_left_by_one_that_is_gone() {
        write(0, 2);
        database.getCollection("generations").deleteMany(Filters.empty());

        var again = viewOf("7f3a91c2");

        assertThat(again.reached().position()).isEqualTo(-1);
        assertThat(find(again, "a")).isNull();
    }

    /** Events from one position until before another; that at 0 founds the club. */
    private void write(long from, long until) {
        var batch = new Changes();
        for (var position = from; position < until; position++) {
            if (position == 0) {
                found(batch, position, "a");
            } else {
                visit(batch, position, "a", String.valueOf(position));
            }
        }
        view.write(batch);
    }

    private static void found(Changes batch, long position, String club) {
        batch.at(position);
        batch.put(VISITS, club, new Visits(club, List.of(), 0));
    }

    private static void visit(Changes batch, long position, String club, String visitor) {
        batch.at(position);
        batch.change(VISITS, club, row -> row.by(visitor));
    }

    private Visits row(String club) {
        return Objects.requireNonNull(find(view, club));
    }

    private static @Nullable Visits find(View in, String club) {
        return in.ask(rows -> rows.find(VISITS, club));
    }

    private List<String> listed() {
        return view.ask(
                rows ->
                        rows
                                .list(VISITS, Filters.gte("order", ""), Sorts.ascending("order"), 9)
                                .stream()
                                .map(Visits::club)
                                .toList());
    }
}
