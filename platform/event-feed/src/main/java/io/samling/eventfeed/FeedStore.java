package io.samling.eventfeed;

import com.mongodb.client.MongoDatabase;
import io.samling.rebuild.Generations;
import java.util.List;

/**
 * Everything that is kept and derived, in the service's own database, in collections of one
 * generation: a rebuild fills the next.
 */
record FeedStore(
        int generation,
        Generations generations,
        KeptFacts facts,
        DerivedSubjects subjects,
        ReadOffsets offsets,
        ParkedRecords parked,
        AdoptedLogs logs,
        PoisonRecords poison,
        Repairs repairs) {

    private static final List<String> COLLECTIONS =
            List.of("facts", "subjects", "offsets", "parked", "logs");

    static Generations generationsIn(MongoDatabase database) {
        return new Generations(database, "view", COLLECTIONS);
    }

    static FeedStore in(MongoDatabase database, int generation) {
        return new FeedStore(
                generation,
                generationsIn(database),
                new KeptFacts(database, Generations.named("facts", generation)),
                new DerivedSubjects(database, Generations.named("subjects", generation)),
                new ReadOffsets(database, Generations.named("offsets", generation)),
                new ParkedRecords(database, Generations.named("parked", generation)),
                new AdoptedLogs(database, Generations.named("logs", generation)),
                new PoisonRecords(database),
                new Repairs(database));
    }

    /**
     * To be asked after something was read of it, before it is relied on.
     *
     * @throws Dropped where it was replaced and is gone, so that less was read than there was
     */
    void verifyKept() {
        if (!generations.isKept(generation)) {
            throw new Dropped();
        }
    }

    /** Another generation took its place. */
    static final class Dropped extends RuntimeException {
        Dropped() {
            super("The view was rebuilt, and this generation of it is gone");
        }
    }

    /** Makes the indexes, which is done once and does no harm again. */
    void prepare() {
        facts.prepare();
        subjects.prepare();
        poison.prepare();
    }
}
