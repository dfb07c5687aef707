package io.samling.rebuild;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The rebuilds that there were, each with how it went: any instance can tell. */
public final class Rebuilds {

    private static final ReplaceOptions OR_INSERT = new ReplaceOptions().upsert(true);

    private final MongoCollection<Document> rebuilds;
    private final Generations generations;

    /**
     * @param collection that keeps them
     * @param generations of the view that they rebuild
     */
    public Rebuilds(MongoDatabase database, String collection, Generations generations) {
        this.rebuilds = database.getCollection(collection);
        this.generations = generations;
    }

    /** Keeps how one is going. */
    public void store(Rebuild rebuild) {
        var document =
                new Document("_id", rebuild.id())
                        .append("state", rebuild.state().name())
                        .append("started", Date.from(rebuild.started()))
                        .append("ended", dateOrNull(rebuild.ended()))
                        .append("read", rebuild.read())
                        .append("of", rebuild.of())
                        .append("perSecond", rebuild.perSecond())
                        .append("compared", rebuild.compared())
                        .append("differing", rebuild.differing())
                        .append("differences", rebuild.differences())
                        .append("reason", rebuild.reason());
        rebuilds.replaceOne(Filters.eq("_id", rebuild.id()), document, OR_INSERT);
    }

    /** One rebuild; of one that somebody left in the middle it says so. */
    public Rebuild get(int id, Instant now) {
        var document = rebuilds.find(Filters.eq("_id", id)).first();
        if (document == null) {
            throw RebuildRefused.unknown(id);
        }
        return read(document, generations.building(now), now);
    }

    /** All of them, the newest first. */
    public List<Rebuild> all(Instant now) {
        var building = generations.building(now);
        List<Rebuild> all = new ArrayList<>();
        for (var document : rebuilds.find().sort(Sorts.descending("_id"))) {
            all.add(read(document, building, now));
        }
        return all;
    }

    private Rebuild read(Document document, @Nullable Integer building, Instant now) {
        var ended = document.getDate("ended");
        var rebuild =
                new Rebuild(
                        document.getInteger("_id"),
                        Rebuild.State.valueOf(document.getString("state")),
                        document.getDate("started").toInstant(),
                        ended == null ? null : ended.toInstant(),
                        document.getLong("read"),
                        document.getLong("of"),
                        document.getLong("perSecond"),
                        document.getString("compared"),
                        document.getInteger("differing"),
                        document.getList("differences", String.class),
                        document.getString("reason"));
        return rebuild.isOver() || goesOn(rebuild.id(), building)
                ? rebuild
                : rebuild.failed(now, "the instance that rebuilt it has gone; begin another");
    }

    /** One whose generation answers has switched, and is about to say so. */
    private boolean goesOn(int id, @Nullable Integer building) {
        return (building != null && building == id) || generations.active() == id;
    }

    private static @Nullable Date dateOrNull(@Nullable Instant moment) {
        return moment == null ? null : Date.from(moment);
    }
}
