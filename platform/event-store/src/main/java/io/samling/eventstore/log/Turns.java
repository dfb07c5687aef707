package io.samling.eventstore.log;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.util.UUID;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a writer that comes too late each time ask the others for a turn, in one document beside the
 * log: {@code {_id: "turn", by: <writer>, ms: <how long one takes>, n: <how often was asked>}}. A
 * writer far from the server loses every race against a near one, and only the loser notices.
 *
 * <p>It is a courtesy: nothing depends on it, and what cannot be asked or heard is let be. Only the
 * thread that writes uses it.
 */
final class Turns {

    private static final Logger LOG = LoggerFactory.getLogger(Turns.class);
    private static final String TURN = "turn";
    private static final long LOOK_AGAIN = Duration.ofMillis(200).toNanos();
    private static final long ASK_AGAIN = Duration.ofMillis(500).toNanos();
    private static final long HEARD_FOR = Duration.ofSeconds(1).toNanos();

    /** Who asks for long turns is far away, and can ask only so often. */
    private static final int TURNS_HEARD = 4;

    private static final long LONGEST_MILLIS = 1000;

    private final MongoCollection<BsonDocument> beside;
    private final String me = UUID.randomUUID().toString();
    private long looked = System.nanoTime() - LOOK_AGAIN;
    private long asked = System.nanoTime() - ASK_AGAIN;
    private long heard = System.nanoTime() - HEARD_FOR;
    private int number;
    private long length;

    Turns(MongoDatabase database) {
        this.beside = LogIdentities.collection(database);
    }

    /** Asks the others to wait now and then, for so long that something sent by here arrives. */
    void ask(long nanos) {
        var now = System.nanoTime();
        if (now - asked < ASK_AGAIN) {
            return;
        }
        asked = now;
        var millis = Math.clamp(Duration.ofNanos(nanos).toMillis() + 1, 1, (int) LONGEST_MILLIS);
        var asking =
                Updates.combine(
                        Updates.set("by", me), Updates.set("ms", millis), Updates.inc("n", 1));
        try {
            beside.updateOne(eq("_id", TURN), asking, new UpdateOptions().upsert(true));
        } catch (MongoException e) {
            LOG.debug("A turn cannot be asked for just now", e);
        }
    }

    /** How long another's turn takes that has asked for one lately; 0 where nobody has. */
    long ofAnother() {
        var now = System.nanoTime();
        if (now - looked >= LOOK_AGAIN) {
            looked = now;
            look();
        }
        return now - heard < Math.max(HEARD_FOR, TURNS_HEARD * length) ? length : 0;
    }

    private void look() {
        try {
            hear(beside.find(eq("_id", TURN)).first());
        } catch (MongoException e) {
            LOG.debug("Who asks for a turn cannot be read just now", e);
        }
    }

    /** An asker may have gone without a word, so it is heard only when it asks once more. */
    private void hear(@Nullable BsonDocument turn) {
        var asks = turn == null ? number : turn.getInt32("n", new BsonInt32(number)).getValue();
        if (turn == null || asks == number) {
            return;
        }
        number = asks;
        if (!turn.getString("by").getValue().equals(me)) {
            heard = System.nanoTime();
            length = Duration.ofMillis(turn.getInt32("ms").getValue()).toNanos();
        }
    }
}
