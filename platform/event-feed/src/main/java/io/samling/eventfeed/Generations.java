package io.samling.eventfeed;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.regex.Pattern;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Which generation of the collections answers, which one is filled beside it, and by whom. It is
 * one document, so that whoever was overtaken can neither go on nor switch.
 */
final class Generations {

    /** The first one, whose collections have no number. */
    static final int FIRST = 1;

    /** Who was not heard of for so long does not rebuild any more. */
    static final Duration SILENCE = Duration.ofSeconds(10);

    private static final String ID = "view";
    private static final Bson DOCUMENT = Filters.eq("_id", ID);
    private static final Pattern NUMBERED =
            Pattern.compile("(facts|subjects|offsets|parked|logs)(?:_(\\d{1,9}))?");

    private final MongoDatabase database;
    private final MongoCollection<Document> generations;

    Generations(MongoDatabase database) {
        this.database = database;
        this.generations = database.getCollection("generations");
    }

    /** The name of a collection in a generation. */
    static String named(String collection, int generation) {
        return generation == FIRST ? collection : collection + "_" + generation;
    }

    /** The generation that answers. */
    int active() {
        return document().getInteger("active");
    }

    /** Whether what is read of a generation is all of it; to be asked after it was read. */
    boolean isKept(int generation) {
        return document().getList("kept", Integer.class).contains(generation);
    }

    /** The generation that is being filled, null where there is none or nobody does it any more. */
    @Nullable Integer building(Instant now) {
        var document = document();
        var heard = document.get("heard", Date.class);
        return heard == null || heard.toInstant().plus(SILENCE).isBefore(now)
                ? null
                : document.getInteger("building");
    }

    /**
     * Begins another generation. What was left of others than the active one is removed.
     *
     * @throws RebuildRefused where somebody fills one already
     */
    int begin(String owner, Instant now) {
        prepare();
        var before = document();
        if (building(now) != null) {
            throw RebuildRefused.runsAlready(before.getInteger("building"));
        }
        int active = before.getInteger("active");
        int newest = before.getInteger("newest");
        int next = newest + 1;
        var begun =
                Updates.combine(
                        Updates.set("newest", next),
                        Updates.set("building", next),
                        Updates.set("owner", owner),
                        Updates.set("heard", Date.from(now)),
                        Updates.set("kept", List.of(active, next)));
        var unmoved = Filters.and(DOCUMENT, Filters.eq("newest", newest));
        if (generations.updateOne(unmoved, begun).getMatchedCount() == 0) {
            throw RebuildRefused.runsAlready(next);
        }
        dropAllBut(List.of(active, next));
        return next;
    }

    /** Says that the owner is still at it. */
    void goOn(String owner, Instant now) {
        change(owner, Updates.set("heard", Date.from(now)));
    }

    /** From now on another generation answers, everywhere. */
    void activate(String owner, int generation) {
        change(owner, Updates.combine(Updates.set("active", generation), ended()));
    }

    /** Ends without a switch. */
    void giveUp(String owner) {
        generations.updateOne(Filters.and(DOCUMENT, Filters.eq("owner", owner)), ended());
    }

    /** Removes a generation that answers no more; who still reads it notices. */
    void drop(int generation) {
        var replaced = Filters.and(DOCUMENT, Filters.ne("active", generation));
        if (generations.updateOne(replaced, Updates.pull("kept", generation)).getMatchedCount()
                == 1) {
            numbered(generation).forEach(name -> database.getCollection(name).drop());
        }
    }

    private void dropAllBut(List<Integer> kept) {
        for (var name : database.listCollectionNames()) {
            var numbered = NUMBERED.matcher(name);
            if (numbered.matches()) {
                var number = numbered.group(2);
                int generation = number == null ? FIRST : Integer.parseInt(number);
                if (!kept.contains(generation)) {
                    database.getCollection(name).drop();
                }
            }
        }
    }

    private List<String> numbered(int generation) {
        List<String> names = new ArrayList<>();
        for (var collection : List.of("facts", "subjects", "offsets", "parked", "logs")) {
            names.add(named(collection, generation));
        }
        return names;
    }

    private static Bson ended() {
        return Updates.combine(
                Updates.unset("building"), Updates.unset("owner"), Updates.unset("heard"));
    }

    private void change(String owner, Bson change) {
        var owned = Filters.and(DOCUMENT, Filters.eq("owner", owner));
        if (generations.updateOne(owned, change).getMatchedCount() == 0) {
            throw new IllegalStateException("Another rebuild was begun meanwhile");
        }
    }

    private Document document() {
        var document = generations.find(DOCUMENT).first();
        return document == null ? first() : document;
    }

    private void prepare() {
        var first = first();
        first.remove("_id");
        List<Bson> fields = new ArrayList<>();
        first.forEach((name, value) -> fields.add(Updates.setOnInsert(name, value)));
        try {
            generations.updateOne(
                    DOCUMENT, Updates.combine(fields), new UpdateOptions().upsert(true));
        } catch (MongoWriteException failed) {
            if (failed.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw failed;
            }
            // another instance has made it at the same moment
        }
    }

    private static Document first() {
        return new Document("_id", ID)
                .append("active", FIRST)
                .append("newest", FIRST)
                .append("kept", List.of(FIRST));
    }
}
