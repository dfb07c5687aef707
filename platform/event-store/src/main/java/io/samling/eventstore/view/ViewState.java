package io.samling.eventstore.view;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import java.util.function.IntSupplier;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Which generation of a view's collections answers, and how far into which log it has come. Both
 * lie in one document, so that they change together and whoever was overtaken notices.
 */
final class ViewState {

    /** The first one, whose collections have no number. */
    static final int FIRST = 1;

    private final MongoCollection<Document> documents;
    private final String group;
    private final String logId;

    ViewState(MongoDatabase database, String group, String logId) {
        this.documents = database.getCollection("views");
        this.group = group;
        this.logId = logId;
    }

    /**
     * How a view stands.
     *
     * @param active the generation that answers
     * @param at the last position of this log that is in it; -1 for none
     */
    record Standing(int active, long at) {}

    Standing standing() {
        var document = documents.find(eq("_id", group)).first();
        if (document == null) {
            throw new IllegalStateException("The view " + group + " has been removed");
        }
        long at = logId.equals(document.getString("log")) ? document.getLong("at") : -1;
        return new Standing(document.getInteger("active"), at);
    }

    /**
     * Makes the document where there is none.
     *
     * @param unused a generation of which nothing is there
     */
    void prepare(IntSupplier unused) {
        if (documents.find(eq("_id", group)).first() != null) {
            return;
        }
        int first = unused.getAsInt();
        var begun =
                combine(
                        setOnInsert("active", first),
                        setOnInsert("newest", first),
                        setOnInsert("log", logId),
                        setOnInsert("at", -1L));
        try {
            documents.updateOne(eq("_id", group), begun, new UpdateOptions().upsert(true));
        } catch (MongoWriteException failed) {
            if (failed.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw failed;
            }
            // another instance has made it at the same moment
        }
    }

    /** The generation that answers has come so far, unless it had before. */
    void reach(int generation, long position) {
        var behind = and(activeIn(generation), lt("at", position));
        if (documents.updateOne(behind, set("at", position)).getMatchedCount() == 0
                && documents.find(activeIn(generation)).first() == null) {
            throw new IllegalStateException(
                    "The view " + group + " was replaced while it was written at " + position);
        }
    }

    /** Has another generation answer, in which there is nothing yet. */
    void beginAnew() {
        documents.updateOne(
                eq("_id", group),
                combine(inc("active", 1), inc("newest", 1), set("log", logId), set("at", -1L)));
    }

    private Bson activeIn(int generation) {
        return and(eq("_id", group), eq("active", generation), eq("log", logId));
    }
}
