package io.samling.rebuild;

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
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Which generation of a view's collections answers, which one is filled beside it, and by whom. It
 * is one document, so that whoever was overtaken can neither go on nor switch. What else has to
 * change together with it may lie in it, too.
 */
public final class Generations {

    /** The first one, whose collections have no number. */
    public static final int FIRST = 1;

    /** Who was not heard of for so long does not rebuild any more. */
    public static final Duration SILENCE = Duration.ofSeconds(10);

    private static final int ATTEMPTS = 100;

    private final MongoDatabase database;
    private final String view;
    private final Bson itself;
    private final List<String> collections;
    private final Pattern numbered;
    private final MongoCollection<Document> generations;

    /**
     * @param view its name; one database may hold several
     * @param collections that each generation has
     */
    public Generations(MongoDatabase database, String view, List<String> collections) {
        this.database = database;
        this.view = view;
        this.itself = Filters.eq("_id", view);
        this.collections = List.copyOf(collections);
        this.numbered =
                Pattern.compile(
                        collections.stream()
                                .map(Pattern::quote)
                                .collect(Collectors.joining("|", "(?:", ")(?:_(\\d{1,9}))?")));
        this.generations = database.getCollection("generations");
    }

    /** The name of a collection in a generation. */
    public static String named(String collection, int generation) {
        return generation == FIRST ? collection : collection + "_" + generation;
    }

    /** The generation that answers. */
    public int active() {
        return document().getInteger("active");
    }

    /** Whether what is read of a generation is all of it; to be asked after it was read. */
    public boolean isKept(int generation) {
        return document().getList("kept", Integer.class).contains(generation);
    }

    /** The generation that is being filled, null where there is none or nobody does it any more. */
    public @Nullable Integer building(Instant now) {
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
    public int begin(String owner, Instant now) {
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
        var unmoved = Filters.and(itself, Filters.eq("newest", newest));
        if (generations.updateOne(unmoved, begun).getMatchedCount() == 0) {
            throw RebuildRefused.runsAlready(next);
        }
        dropAllBut(List.of(active, next), next);
        return next;
    }

    /** Says that the owner is still at it. */
    public void goOn(String owner, Instant now) {
        change(owner, Updates.set("heard", Date.from(now)));
    }

    /** From now on another generation answers, everywhere. */
    public void activate(String owner, int generation) {
        change(owner, Updates.combine(Updates.set("active", generation), ended()));
    }

    /**
     * From now on another generation answers, everywhere, where a condition on the document holds.
     *
     * @return whether it does
     */
    public boolean activateWhere(Bson condition, String owner, int generation) {
        var owned = Filters.and(itself, Filters.eq("owner", owner), condition);
        var change = Updates.combine(Updates.set("active", generation), ended());
        return generations.updateOne(owned, change).getMatchedCount() == 1;
    }

    /** Changes what else lies in the document, where a condition holds; says whether it does. */
    public boolean changeWhere(Bson condition, Bson change) {
        return generations.updateOne(Filters.and(itself, condition), change).getMatchedCount() == 1;
    }

    /**
     * Has a new generation answer that is empty, and removes all others; a rebuild that runs ends.
     *
     * @param more what else is to lie in the document from then on
     */
    public void beginAnew(Map<String, ?> more) {
        for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
            int newest = document().getInteger("newest");
            int next = newest + 1;
            List<Bson> changes = new ArrayList<>();
            more.forEach((name, value) -> changes.add(Updates.set(name, value)));
            changes.add(Updates.set("active", next));
            changes.add(Updates.set("newest", next));
            changes.add(Updates.set("kept", List.of(next)));
            changes.add(ended());
            if (changeWhere(Filters.eq("newest", newest), Updates.combine(changes))) {
                dropAllBut(List.of(next), next);
                return;
            }
        }
        throw new IllegalStateException("The view " + view + " is begun anew by others as well");
    }

    /** Removes what a rebuild has left that nobody does any more. */
    public void removeLeft(Instant now) {
        var document = document();
        if (building(now) != null) {
            return;
        }
        int active = document.getInteger("active");
        int newest = document.getInteger("newest");
        var unmoved =
                Filters.and(
                        Filters.eq("newest", newest),
                        Filters.eq("active", active),
                        Filters.eq("heard", document.get("heard")));
        var kept = Updates.set("kept", List.of(active));
        if (changeWhere(unmoved, Updates.combine(kept, ended()))) {
            dropAllBut(List.of(active), newest);
        }
    }

    /** Ends without a switch. */
    public void giveUp(String owner) {
        generations.updateOne(Filters.and(itself, Filters.eq("owner", owner)), ended());
    }

    /** Removes a generation that answers no more; who still reads it notices. */
    public void drop(int generation) {
        var replaced = Filters.and(itself, Filters.ne("active", generation));
        if (generations.updateOne(replaced, Updates.pull("kept", generation)).getMatchedCount()
                == 1) {
            collections.forEach(name -> database.getCollection(named(name, generation)).drop());
        }
    }

    /** Leaves alone what was begun after the newest that is known here. */
    private void dropAllBut(List<Integer> kept, int newest) {
        existing()
                .forEach(
                        (name, generation) -> {
                            if (generation <= newest && !kept.contains(generation)) {
                                database.getCollection(name).drop();
                            }
                        });
    }

    private Map<String, Integer> existing() {
        Map<String, Integer> existing = new TreeMap<>();
        for (var name : database.listCollectionNames()) {
            var found = numbered.matcher(name);
            if (found.matches()) {
                var number = found.group(1);
                existing.put(name, number == null ? FIRST : Integer.parseInt(number));
            }
        }
        return existing;
    }

    private static Bson ended() {
        return Updates.combine(
                Updates.unset("building"), Updates.unset("owner"), Updates.unset("heard"));
    }

    private void change(String owner, Bson change) {
        var owned = Filters.and(itself, Filters.eq("owner", owner));
        if (generations.updateOne(owned, change).getMatchedCount() == 0) {
            throw new IllegalStateException("Another rebuild was begun meanwhile");
        }
    }

    /** The document, with whatever else lies in it. */
    public Document document() {
        var document = generations.find(itself).first();
        return document == null ? first() : document;
    }

    private void prepare() {
        prepare(first());
    }

    /**
     * Makes the document where there is none, which begins with a generation of which nothing is
     * there.
     *
     * @param more what else is to lie in it
     */
    public void prepare(Map<String, ?> more) {
        if (generations.find(itself).first() == null) {
            int newest = existing().values().stream().mapToInt(number -> number).max().orElse(0);
            var first = beginning(newest + 1);
            first.putAll(more);
            prepare(first);
        }
    }

    private void prepare(Document first) {
        first.remove("_id");
        List<Bson> fields = new ArrayList<>();
        first.forEach((name, value) -> fields.add(Updates.setOnInsert(name, value)));
        try {
            generations.updateOne(
                    itself, Updates.combine(fields), new UpdateOptions().upsert(true));
        } catch (MongoWriteException failed) {
            if (failed.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw failed;
            }
            // another instance has made it at the same moment
        }
    }

    private Document first() {
        return beginning(FIRST);
    }

    private Document beginning(int first) {
        return new Document("_id", view)
                .append("active", first)
                .append("newest", first)
                .append("kept", List.of(first));
    }
}
