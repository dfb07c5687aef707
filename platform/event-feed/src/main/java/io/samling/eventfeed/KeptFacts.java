package io.samling.eventfeed;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.codecs.configuration.CodecRegistries;
import org.jspecify.annotations.Nullable;

/** All facts, each as it came. A repeat is a duplicate key and nothing more. */
final class KeptFacts {

    private static final InsertManyOptions IN_ANY_ORDER = new InsertManyOptions().ordered(false);
    private static final int SUBJECTS_AT_ONCE = 500;

    private final MongoCollection<KeptRecord> facts;

    KeptFacts(MongoDatabase database, String name) {
        var codecs =
                CodecRegistries.fromRegistries(
                        CodecRegistries.fromCodecs(new KeptRecordCodec()),
                        database.getCodecRegistry());
        facts = database.getCollection(name, KeptRecord.class).withCodecRegistry(codecs);
    }

    void prepare() {
        facts.createIndex(Indexes.ascending("key", "position"));
    }

    /** Whether nothing was ever kept. */
    boolean isEmpty() {
        return facts.find().limit(1).first() == null;
    }

    /** Keeps facts; when this returns they are safe. */
    void keep(List<KeptRecord> more) {
        if (more.isEmpty()) {
            return;
        }
        try {
            facts.insertMany(more, IN_ANY_ORDER);
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
            for (var kept : facts.find(Filters.in("key", some)).batchSize(5000)) {
                var subject = byKey.get(kept.key());
                if (subject != null) {
                    found.computeIfAbsent(subject, _ -> new ArrayList<>()).add(kept.fact());
                }
            }
        }
        return found;
    }

    /** Where the record of a subject's fact lies, null where it is not kept. */
    @Nullable KeptRecord at(Subject subject, long position) {
        var place = Filters.and(Filters.eq("key", subject.key()), Filters.eq("position", position));
        return facts.find(place).first();
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
