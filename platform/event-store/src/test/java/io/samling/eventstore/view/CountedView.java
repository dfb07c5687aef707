package io.samling.eventstore.view;

import static com.mongodb.client.model.Filters.gte;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import io.samling.eventstore.LogIdentity;
import io.samling.rebuild.Rebuild;
import io.samling.testing.SteppingClock;
import io.samling.testing.TestServers;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.LongConsumer;
import org.bson.Document;

/** A view of a hundred counters: the event at each position counts one of them up, in turn. */
final class CountedView implements AutoCloseable {

    static final int COUNTERS = 100;

    static final RowSort<Counter> COUNTS =
            new RowSort<>(
                    "counts",
                    Counter.class,
                    (row, since) -> new Document("order", since),
                    List.of(Indexes.ascending("order")));

    record Counter(String name, long count) {}

    final SteppingClock clock = SteppingClock.at("2026-11-23T12:00:00Z");
    private final MongoClient mongo = MongoClients.create(TestServers.mongodb());
    private final MongoDatabase database = mongo.getDatabase(TestServers.database());
    private final View view = ofLog("7f3a91c2");

    /** As one instance of the service has it. */
    View view() {
        return view;
    }

    /** As another instance of the service has it, or this one after a restart. */
    View again() {
        return ofLog("7f3a91c2");
    }

    /** As a service has it whose log is another one. */
    View ofLog(String log) {
        return View.of(clock, database, new LogIdentity("club", log), "counts", COUNTS);
    }

    /** Shows the events from one position up to before another. */
    void write(long from, long until) {
        for (var first = from; first < until; first += 500) {
            var batch = new Changes();
            var counting = new Counting(_ -> {});
            for (var position = first; position < Math.min(first + 500, until); position++) {
                batch.at(position);
                counting.count(batch, position);
            }
            view.write(batch);
        }
    }

    /** The rebuild once it is over. */
    Rebuild rebuilt(Rebuild begun) {
        await().until(() -> view.rebuild(begun.id()).isOver());
        return view.rebuild(begun.id());
    }

    long counted(String name) {
        return counted(view, name);
    }

    static long counted(View in, String name) {
        return Objects.requireNonNull(in.ask(rows -> rows.find(COUNTS, name))).count();
    }

    /** How many counters there are. */
    int listed() {
        return view.ask(rows -> rows.list(COUNTS, gte("order", 0L), Sorts.ascending("order"), 500))
                .size();
    }

    MongoCollection<Document> stored() {
        return database.getCollection("counts");
    }

    MongoCollection<Document> stored(int generation) {
        return database.getCollection("counts_" + generation);
    }

    List<String> collections() {
        return database.listCollectionNames().into(new ArrayList<>()).stream()
                .filter(name -> name.startsWith("counts"))
                .toList();
    }

    @Override
    public void close() {
        view.close();
        mongo.close();
    }

    static ViewSource source() {
        return sourceThat(_ -> {});
    }

    /** A source that does something at each position before it is counted. */
    static ViewSource sourceThat(LongConsumer doesAt) {
        return () -> new Counting(doesAt);
    }

    /** The log, being counted. */
    static class Counting implements ViewSource.Reading {

        private final LongConsumer doesAt;
        private long position = -1;

        Counting(LongConsumer doesAt) {
            this.doesAt = doesAt;
        }

        @Override
        public long into(Changes changes, int most, long until) {
            for (var taken = 0; taken < most && position < until; taken++) {
                position++;
                doesAt.accept(position);
                changes.at(position);
                count(changes, position);
            }
            return position;
        }

        void count(Changes changes, long at) {
            var name = String.valueOf(at % COUNTERS);
            if (at < COUNTERS) {
                changes.put(COUNTS, name, new Counter(name, 1));
            } else {
                changes.change(COUNTS, name, row -> new Counter(name, row.count() + 1));
            }
        }

        @Override
        public void close() {}
    }
}
