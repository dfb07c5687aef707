package io.samling.localstack.mongodb;

import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Indexes;
import java.util.ArrayList;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** While many write, each answer of one batch shows the data of one moment. */
class ConcurrentAnswersTest extends OnAStandIn {

    private static final int DOCUMENTS = 50;
    private static final int TIMES = 300;

    @Test
    void an_answer_never_mixes_two_moments() throws Exception {
        things.createIndex(Indexes.ascending("n"));
        for (int id = 0; id < DOCUMENTS; id++) {
            things.insertOne(doc(id).append("n", 0).append("m", 0));
        }
        try (var callers = Executors.newFixedThreadPool(4)) {
            var work = new ArrayList<Future<?>>();
            work.add(callers.submit(this::changeAll));
            work.add(callers.submit(this::changeAll));
            work.add(callers.submit(this::readAll));
            work.add(callers.submit(this::readAll));
            for (var one : work) {
                one.get();
            }
        }
        assertThat(things.countDocuments(gte("n", 2 * TIMES))).isEqualTo(DOCUMENTS);
    }

    private void changeAll() {
        for (int i = 0; i < TIMES; i++) {
            things.updateMany(gte("n", 0), combine(inc("n", 1), inc("m", 1)));
        }
    }

    private void readAll() {
        for (int i = 0; i < TIMES; i++) {
            var found = new ArrayList<Document>();
            things.find(gte("n", 0)).sort(ascending("n")).batchSize(1000).into(found);

            assertThat(found).hasSize(DOCUMENTS);
            assertThat(found.stream().map(d -> d.get("n")).distinct()).hasSize(1);
            assertThat(found).allMatch(d -> Objects.equals(d.get("n"), d.get("m")));
        }
    }
}
