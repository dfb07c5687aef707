package io.samling.eventfeed;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/** All facts, each as it came. A repeat is a duplicate key and nothing more. */
final class KeptFacts {

    private static final InsertManyOptions IN_ANY_ORDER = new InsertManyOptions().ordered(false);
    private static final int SUBJECTS_AT_ONCE = 500;

    private final MongoCollection<Document> facts;

    KeptFacts(MongoDatabase database) {
        facts = database.getCollection("facts");
    }

    void prepare() {
        facts.createIndex(Indexes.ascending("key", "position"));
        facts.createIndex(Indexes.ascending("log", "position"));
    }

    /** Keeps facts of one family; when this returns they are safe. */
    void keep(Family<?, ?, ?> family, Collection<KeptFact> more) {
        if (more.isEmpty()) {
            return;
        }
        List<Document> documents = new ArrayList<>(more.size());
        for (var fact : more) {
            documents.add(document(family, fact));
        }
        try {
            facts.insertMany(documents, IN_ANY_ORDER);
        } catch (MongoBulkWriteException refused) {
            Repeats.orThrow(refused);
        }
    }

    /** All facts kept for each of these subjects. */
    Map<Subject, List<KeptFact>> of(Collection<Subject> subjects) {
        Map<String, Subject> byKey = new HashMap<>();
        subjects.forEach(subject -> byKey.put(subject.key(), subject));
        Map<Subject, List<KeptFact>> found = new HashMap<>();
        var keys = new ArrayList<>(byKey.keySet());
        for (int from = 0; from < keys.size(); from += SUBJECTS_AT_ONCE) {
            var some = keys.subList(from, Math.min(keys.size(), from + SUBJECTS_AT_ONCE));
            for (var document : facts.find(Filters.in("key", some))) {
                var subject = byKey.get(document.getString("key"));
                if (subject != null) {
                    found.computeIfAbsent(subject, _ -> new ArrayList<>()).add(fact(document));
                }
            }
        }
        return found;
    }

    /** The newest facts of a log. */
    List<KeptFact> newest(String logId, int limit) {
        List<KeptFact> newest = new ArrayList<>(limit);
        for (var document :
                facts.find(Filters.eq("log", logId))
                        .sort(Sorts.descending("position"))
                        .limit(limit)) {
            newest.add(fact(document));
        }
        return newest;
    }

    private static Document document(Family<?, ?, ?> family, KeptFact fact) {
        return new Document("_id", fact.id())
                .append("key", Subject.of(family, fact).key())
                .append("service", fact.service())
                .append("log", fact.logId())
                .append("position", fact.position())
                .append("ordinal", fact.ordinal())
                .append("topic", fact.topic())
                .append("type", fact.type())
                .append("subject", fact.subject())
                .append("recorded", fact.recorded().toString())
                .append("body", fact.body());
    }

    private static KeptFact fact(Document document) {
        return new KeptFact(
                document.getString("service"),
                document.getString("log"),
                document.getLong("position"),
                document.getInteger("ordinal"),
                document.getString("topic"),
                document.getString("type"),
                document.getString("subject"),
                Instant.parse(document.getString("recorded")),
                document.getString("body"));
    }

    /** Write errors of which each says that the document is there already. */
    static final class Repeats {

        private Repeats() {}

        /** Lets repeats pass, and nothing else. */
        static void orThrow(MongoBulkWriteException refused) {
            boolean onlyRepeats =
                    refused.getWriteConcernError() == null
                            && refused.getWriteErrors().stream()
                                    .allMatch(
                                            error ->
                                                    error.getCategory()
                                                            == ErrorCategory.DUPLICATE_KEY);
            if (!onlyRepeats) {
                throw refused;
            }
        }
    }
}
