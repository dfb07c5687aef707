package io.samling.eventfeed;

import com.mongodb.client.MongoDatabase;

/** Everything that is kept and derived, in the service's own database. */
record FeedStore(
        KeptFacts facts,
        DerivedSubjects subjects,
        ReadOffsets offsets,
        ParkedRecords parked,
        AdoptedLogs logs,
        Repairs repairs) {

    static FeedStore in(MongoDatabase database) {
        return new FeedStore(
                new KeptFacts(database),
                new DerivedSubjects(database),
                new ReadOffsets(database),
                new ParkedRecords(database),
                new AdoptedLogs(database),
                new Repairs(database));
    }

    /** Makes the indexes, which is done once and does no harm again. */
    void prepare() {
        facts.prepare();
        subjects.prepare();
    }
}
