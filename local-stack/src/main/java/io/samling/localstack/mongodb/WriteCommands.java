package io.samling.localstack.mongodb;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The commands that change documents. Each change is noted for the journal as it is made. */
final class WriteCommands {

    /** Those that make the journal grow. */
    static final Set<String> NAMES =
            Set.of("insert", "update", "delete", "findAndModify", "create", "createIndexes");

    /** Those that may make the data grow. */
    static final Set<String> GROWING = Set.of("insert", "update", "findAndModify", "createIndexes");

    private final Collections collections;

    WriteCommands(Collections collections) {
        this.collections = collections;
    }

    /**
     * By how much a command may bring the files closer to three times the data. What is inserted
     * raises that limit by more than it writes. What is replaced or deleted is written once and
     * lowers the limit by three times its size, so each document counts four times.
     */
    long most(String name, String namespace, Document command) {
        var heads = Frame.HEAD + Changes.headOf(namespace);
        var collection = collections.find(namespace);
        return switch (name) {
            case "insert" -> heads * (1L + Fields.list(command, "documents").size());
            case "update" -> heads + most(collection, heads, command, "updates");
            case "delete" -> heads + most(collection, heads, command, "deletes");
            case "findAndModify" -> heads + (collection == null ? 0 : 4L * collection.largest());
            default -> heads;
        };
    }

    private static long most(
            @Nullable StoredCollection collection, int heads, Document command, String field) {
        var most = 0L;
        for (var statement : Fields.documents(command, field)) {
            most += heads;
            if (collection != null) {
                most +=
                        isForOne(statement)
                                ? 4L * collection.largest()
                                : 4 * collection.size()
                                        + (long) heads * collection.documents().size();
            }
        }
        return most;
    }

    private static boolean isForOne(Document statement) {
        return statement.containsKey("u")
                ? !Fields.flag(statement, "multi")
                : Fields.number(statement, "limit") == 1;
    }

    Answer insert(String namespace, Document command, Changes changes) {
        var outcome = new Outcome(command);
        for (var document : Fields.list(command, "documents")) {
            outcome.attempt(
                    () -> {
                        var collection = collections.findOrCreate(namespace, changes);
                        changes.put(namespace, insert(collection, document).bytes());
                        outcome.n++;
                    });
        }
        return outcome.answer();
    }

    private static StoredDocument insert(StoredCollection collection, @Nullable Object document) {
        return switch (document) {
            case byte[] asItCame -> collection.insert(asItCame);
            case Document decoded -> collection.insert(decoded);
            case null, default -> throw Refused.bad("'documents' must hold documents");
        };
    }

    Answer update(String namespace, Document command, Changes changes) {
        var outcome = new Outcome(command);
        for (var statement : Fields.documents(command, "updates")) {
            outcome.attempt(() -> update(namespace, statement, changes, outcome));
        }
        outcome.body.append("nModified", outcome.modified);
        if (!outcome.upserted.isEmpty()) {
            outcome.body.append("upserted", outcome.upserted);
        }
        return outcome.answer();
    }

    private void update(String namespace, Document statement, Changes changes, Outcome outcome) {
        var filter = Fields.document(statement, "q");
        var update = Fields.document(statement, "u");
        var many = Fields.flag(statement, "multi");
        if (many && update.keySet().stream().anyMatch(name -> !name.startsWith("$"))) {
            throw new MongoServerError(
                    9,
                    "FailedToParse",
                    "multi update is not supported for replacement-style update");
        }
        var hits = matching(collections.find(namespace), filter, null, many ? 0 : 1);
        for (var hit : hits) {
            outcome.n++;
            if (change(namespace, hit, update, changes) != null) {
                outcome.modified++;
            }
        }
        if (hits.isEmpty() && Fields.flag(statement, "upsert")) {
            var id = upsert(namespace, filter, update, changes).get("_id");
            outcome.n++;
            outcome.upserted.add(new Document("index", outcome.index).append("_id", id));
        }
    }

    Answer delete(String namespace, Document command, Changes changes) {
        var outcome = new Outcome(command);
        for (var statement : Fields.documents(command, "deletes")) {
            outcome.attempt(
                    () -> {
                        var filter = Fields.document(statement, "q");
                        var limit = Fields.number(statement, "limit");
                        for (var hit : matching(collections.find(namespace), filter, null, limit)) {
                            delete(namespace, hit, changes);
                            outcome.n++;
                        }
                    });
        }
        return outcome.answer();
    }

    Answer findAndModify(String namespace, Document command, Changes changes) {
        var filter = Fields.document(command, "query");
        var sort = Fields.nullable(command, "sort");
        var hits = matching(collections.find(namespace), filter, sort, 1);
        var remove = Fields.flag(command, "remove");
        if (remove == command.containsKey("update")) {
            throw Refused.bad("Either an update or remove=true must be specified");
        }
        var note = new Document("n", hits.size());
        @Nullable Document value = hits.isEmpty() ? null : hits.getFirst().stored().decode();
        if (remove) {
            hits.forEach(hit -> delete(namespace, hit, changes));
        } else {
            note.append("updatedExisting", !hits.isEmpty());
            value = modify(namespace, command, hits, value, note, changes);
        }
        var projection = Projection.parse(Fields.nullable(command, "fields"));
        var shown = value == null || projection == null ? value : projection.of(value);
        return Answer.of(new Document("lastErrorObject", note).append("value", shown));
    }

    private @Nullable Document modify(
            String namespace,
            Document command,
            List<Results.Hit> hits,
            @Nullable Document before,
            Document note,
            Changes changes) {
        var update = Fields.document(command, "update");
        @Nullable Document after = null;
        if (!hits.isEmpty()) {
            var changed = change(namespace, hits.getFirst(), update, changes);
            after = changed == null ? before : changed;
        } else if (Fields.flag(command, "upsert")) {
            after = upsert(namespace, Fields.document(command, "query"), update, changes);
            note.append("n", 1).append("upserted", after.get("_id"));
        }
        return Fields.flag(command, "new") ? after : before;
    }

    /** Returns the changed document, or null where the update changes nothing. */
    private @Nullable Document change(
            String namespace, Results.Hit hit, Document update, Changes changes) {
        var before = hit.stored().decode();
        var after = Update.applied(before, update);
        if (after.equals(before)) {
            return null;
        }
        collections.loadable(namespace).replace(hit.stored(), before, after);
        changes.put(namespace, hit.stored().bytes());
        return after;
    }

    private Document upsert(String namespace, Document filter, Document update, Changes changes) {
        var document = Update.inserted(filter, update);
        var stored = collections.findOrCreate(namespace, changes).insert(document);
        changes.put(namespace, stored.bytes());
        return stored.decode();
    }

    private void delete(String namespace, Results.Hit hit, Changes changes) {
        collections.loadable(namespace).delete(hit.stored());
        changes.delete(namespace, Bson.id(hit.bytes()));
    }

    private static List<Results.Hit> matching(
            @Nullable StoredCollection collection,
            Document filter,
            @Nullable Document sort,
            long limit) {
        var condition = Filter.parse(filter);
        return collection == null
                ? List.of()
                : new Results(collection, condition, SortSpec.parse(sort), 0, limit).all();
    }

    /** Counts what the statements of a command did and keeps their errors. */
    private static final class Outcome {

        private final boolean ordered;
        private final List<Document> errors = new ArrayList<>();
        private final List<Document> upserted = new ArrayList<>();
        private final Document body = new Document();
        private int index = -1;
        private int n;
        private int modified;

        Outcome(Document command) {
            this.ordered = !Boolean.FALSE.equals(command.get("ordered"));
        }

        void attempt(Runnable statement) {
            index++;
            if (ordered && !errors.isEmpty()) {
                return;
            }
            try {
                statement.run();
            } catch (MongoServerError e) {
                errors.add(error(e));
            }
        }

        private Document error(MongoServerError e) {
            return new Document("index", index)
                    .append("code", e.getCode())
                    .append("errmsg", e.getMessageWithoutErrorCode());
        }

        Answer answer() {
            body.append("n", n);
            if (!errors.isEmpty()) {
                body.append("writeErrors", errors);
            }
            return Answer.of(body);
        }
    }
}
