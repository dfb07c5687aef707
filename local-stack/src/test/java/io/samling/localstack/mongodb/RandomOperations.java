package io.samling.localstack.mongodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.bson.Document;

/** Does the same at random to a server and to a plain model, and compares what both say. */
final class RandomOperations {

    private static final int IDS = 40;

    private final MongoCollection<Document> server;
    private final PlainModel model = new PlainModel();
    private final Random random;

    RandomOperations(MongoCollection<Document> server, long seed) {
        this.server = server;
        this.random = new Random(seed);
        server.createIndex(Indexes.ascending("a", "b"));
        server.createIndex(Indexes.compoundIndex(Indexes.descending("b"), Indexes.ascending("a")));
        server.createIndex(Indexes.ascending("key"), new IndexOptions().unique(true).sparse(true));
        server.createIndex(
                Indexes.ascending("s.id", "s.n"), new IndexOptions().unique(true).sparse(true));
    }

    void run(int steps) {
        for (int i = 0; i < steps; i++) {
            step();
        }
        assertThat(server.find().sort(Sorts.ascending("_id")).into(new ArrayList<>()))
                .containsExactlyElementsOf(model.all());
    }

    private void step() {
        switch (random.nextInt(12)) {
            case 0, 1, 2 -> insert();
            case 3 -> replace();
            case 4 -> changeMany();
            case 5 -> changeFirst();
            case 6 -> deleteMany();
            case 7 -> count();
            default -> find();
        }
    }

    private void insert() {
        var document = document(random.nextInt(IDS));
        if (model.holds(document.getInteger("_id")) || !model.allows(document)) {
            assertDuplicate(() -> server.insertOne(document));
        } else {
            server.insertOne(document);
            model.put(document);
        }
    }

    private void replace() {
        var document = document(random.nextInt(IDS));
        var upsert = new ReplaceOptions().upsert(true);
        var byId = Criterion.byId(document.getInteger("_id"));
        if (!model.allows(document)) {
            assertDuplicate(() -> server.replaceOne(byId.sent(), document, upsert));
        } else {
            server.replaceOne(byId.sent(), document, upsert);
            model.put(document);
        }
    }

    private void changeMany() {
        var criterion = Criterion.random(random);
        var matching = model.find(criterion, BY_ID, 0, 0);
        var n = random.nextInt(8);

        var result =
                server.updateMany(
                        criterion.sent(),
                        Updates.combine(
                                Updates.set("b", n), Updates.inc("a", 1), Updates.unset("c")));

        assertThat(result.getMatchedCount())
                .as("matched by %s", criterion.sent())
                .isEqualTo(matching.size());
        var changed = model.change(matching, document -> changed(document, n));
        assertThat(result.getModifiedCount()).isEqualTo(changed);
    }

    private static Document changed(Document document, int n) {
        document.append("b", n).append("a", document.getInteger("a") + 1).remove("c");
        return document;
    }

    private void changeFirst() {
        var criterion = Criterion.random(random);
        var n = random.nextInt(8);
        var options =
                new FindOneAndUpdateOptions()
                        .sort(Sorts.descending("_id"))
                        .returnDocument(ReturnDocument.AFTER);

        var after = server.findOneAndUpdate(criterion.sent(), Updates.max("a", n), options);

        var first = model.find(criterion, BY_ID.reversed(), 0, 1);
        model.change(first, d -> d.append("a", Math.max(n, d.getInteger("a"))));
        var expected =
                model.find(
                        Criterion.byId(first.isEmpty() ? -1 : first.getFirst().getInteger("_id")),
                        BY_ID,
                        0,
                        1);
        assertThat(after).isEqualTo(expected.isEmpty() ? null : expected.getFirst());
    }

    private void deleteMany() {
        var criterion =
                Criterion.and(Criterion.random(random), Criterion.byId(random.nextInt(IDS)));
        var matching = model.find(criterion, BY_ID, 0, 0);

        assertThat(server.deleteMany(criterion.sent()).getDeletedCount())
                .isEqualTo(matching.size());
        matching.forEach(model::remove);
    }

    private void count() {
        var criterion = Criterion.random(random);
        assertThat(server.countDocuments(criterion.sent()))
                .as("count of %s", criterion.sent())
                .isEqualTo(model.find(criterion, BY_ID, 0, 0).size());
    }

    private static final Comparator<Document> BY_ID =
            Comparator.comparing(d -> d.getInteger("_id"));

    private void find() {
        var criterion = Criterion.random(random);
        var skip = random.nextInt(3);
        var limit = random.nextInt(6);
        var fields = List.of(List.<String>of(), List.of("a"), List.of("a", "b"), List.of("b", "a"));
        var by = fields.get(random.nextInt(fields.size()));
        var up = random.nextBoolean();
        var sort = new Document();
        by.forEach(field -> sort.append(field, up ? 1 : -1));
        sort.append("_id", up ? 1 : -1);

        var found =
                server.find(criterion.sent())
                        .sort(sort)
                        .skip(skip)
                        .limit(limit)
                        .batchSize(1 + random.nextInt(4))
                        .into(new ArrayList<>());

        assertThat(found)
                .as(
                        "found by %s sorted by %s skip %d limit %d",
                        criterion.sent(), sort, skip, limit)
                .containsExactlyElementsOf(model.find(criterion, order(by, up), skip, limit));
    }

    /** Null and missing come before numbers. */
    private static Comparator<Document> order(List<String> fields, boolean up) {
        Comparator<Document> order = (_, _) -> 0;
        for (var field : fields) {
            order =
                    order.thenComparing(
                            d -> d.getInteger(field),
                            Comparator.nullsFirst(Comparator.naturalOrder()));
        }
        var all = order.thenComparing(BY_ID);
        return up ? all : all.reversed();
    }

    private Document document(int id) {
        var document = new Document("_id", id).append("a", random.nextInt(8));
        switch (random.nextInt(4)) {
            case 0 -> document.append("b", null);
            case 1 -> {}
            default -> document.append("b", random.nextInt(8));
        }
        if (random.nextInt(3) == 0) {
            document.append("key", "key-" + random.nextInt(20));
        }
        if (random.nextInt(3) > 0) {
            document.append("s", streams());
        }
        return document.append("c", "x".repeat(random.nextInt(30)));
    }

    /** Two elements of one document never collide with each other. */
    private List<Document> streams() {
        var streams = new ArrayList<Document>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            var stream =
                    new Document("id", Criterion.name(random.nextInt(8)))
                            .append("n", random.nextInt(12));
            if (!streams.contains(stream)) {
                streams.add(stream);
            }
        }
        return streams;
    }

    private static void assertDuplicate(Runnable write) {
        assertThatThrownBy(write::run)
                .isInstanceOfSatisfying(
                        MongoException.class, e -> assertThat(e.getMessage()).contains("E11000"));
    }
}
