package io.samling.eventstore.view;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.set;

import io.samling.rebuild.Generations;
import java.util.Map;
import org.bson.conversions.Bson;

/**
 * Which generation of a view answers, and how far into which log it has come. Both lie in one
 * document, so that they change together and whoever was overtaken notices.
 */
final class ViewState {

    private final Generations generations;
    private final String logId;

    ViewState(Generations generations, String logId) {
        this.generations = generations;
        this.logId = logId;
    }

    /**
     * How a view stands.
     *
     * @param active the generation that answers
     * @param ofThisLog whether it was made from the log as it is now
     * @param at the last position of this log that is in it; -1 for none
     */
    record Standing(int active, boolean ofThisLog, long at) {}

    void prepare() {
        generations.prepare(beginning());
    }

    Standing standing() {
        var document = generations.document();
        boolean ofThisLog = logId.equals(document.getString("log"));
        long at = ofThisLog ? document.get("at", -1L) : -1;
        return new Standing(document.getInteger("active"), ofThisLog, at);
    }

    /** The generation that answers has come so far, unless it had before. */
    void reach(int generation, long position) {
        var further = and(activeIn(generation), lt("at", position));
        if (!generations.changeWhere(further, set("at", position))
                && standing().active() != generation) {
            throw new IllegalStateException(
                    "The view was replaced while it was written at " + position);
        }
    }

    /** Has another generation answer that has come as far, unless the one before has moved on. */
    boolean replace(int active, long at, String owner, int generation) {
        return generations.activateWhere(and(activeIn(active), eq("at", at)), owner, generation);
    }

    /** Has another generation answer, in which there is nothing yet. */
    void beginAnew() {
        generations.beginAnew(beginning());
    }

    private Map<String, ?> beginning() {
        return Map.of("log", logId, "at", -1L);
    }

    private Bson activeIn(int generation) {
        return and(eq("active", generation), eq("log", logId));
    }
}
