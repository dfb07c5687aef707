package io.samling.localstack.mongodb;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The subset of MongoDB that Samling may use, as {@code docs/mongodb-subset.md} writes it down:
 * commands, their options, and the operators and stages inside them.
 */
public final class Subset {

    /** What a driver may add to any command. */
    private static final Set<String> ANYWHERE =
            Set.of(
                    "$db",
                    "$readPreference",
                    "$clusterTime",
                    "lsid",
                    "txnNumber",
                    "readConcern",
                    "writeConcern",
                    "maxTimeMS",
                    "comment");

    private static final Map<String, Set<String>> OPTIONS =
            Map.ofEntries(
                    Map.entry(
                            "find",
                            Set.of(
                                    "filter",
                                    "sort",
                                    "projection",
                                    "skip",
                                    "limit",
                                    "batchSize",
                                    "singleBatch")),
                    Map.entry("getMore", Set.of("collection", "batchSize")),
                    Map.entry("killCursors", Set.of("cursors")),
                    Map.entry("insert", Set.of("documents", "ordered")),
                    Map.entry("update", Set.of("updates", "ordered")),
                    Map.entry("delete", Set.of("deletes", "ordered")),
                    Map.entry(
                            "findAndModify",
                            Set.of("query", "sort", "remove", "update", "new", "fields", "upsert")),
                    Map.entry("count", Set.of("query", "skip", "limit")),
                    Map.entry("distinct", Set.of("key", "query")),
                    Map.entry("aggregate", Set.of("pipeline", "cursor")),
                    Map.entry("create", Set.of()),
                    Map.entry("createIndexes", Set.of("indexes")),
                    Map.entry("listIndexes", Set.of("cursor")),
                    Map.entry("dropIndexes", Set.of("index")),
                    Map.entry("drop", Set.of()),
                    Map.entry("dropDatabase", Set.of()),
                    Map.entry(
                            "listCollections",
                            Set.of("cursor", "filter", "nameOnly", "authorizedCollections")),
                    Map.entry("listDatabases", Set.of("nameOnly")),
                    Map.entry("endSessions", Set.of()),
                    Map.entry("ping", Set.of()),
                    Map.entry("buildInfo", Set.of()));

    private static final Set<String> GREETINGS = Set.of("hello", "isMaster", "ismaster");

    private static final Set<String> STAGES =
            Set.of("$match", "$group", "$replaceRoot", "$sort", "$project", "$limit", "$skip");

    private static final Set<String> READ_CONCERNS = Set.of("local", "available", "majority");

    private Subset() {}

    /** The commands by name. */
    public static Set<String> commands() {
        return OPTIONS.keySet();
    }

    static Set<String> options(String command) {
        return OPTIONS.getOrDefault(command, Set.of());
    }

    /** What an encoded command holds outside the subset, in a sentence; empty where nothing is. */
    public static Optional<String> complaint(byte[] command) {
        try {
            var decoded = Bson.decode(command);
            if (!decoded.isEmpty()) {
                check(decoded);
            }
            return Optional.empty();
        } catch (MongoServerException | IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** Throws an error that names it where a command holds anything outside the subset. */
    static void check(Document command) {
        var name = command.keySet().iterator().next();
        if (GREETINGS.contains(name)) {
            return;
        }
        var options = OPTIONS.get(name);
        if (options == null) {
            throw Refused.unknown("the command " + name);
        }
        only(name, command, o -> o.equals(name) || options.contains(o) || ANYWHERE.contains(o));
        checkReadConcern(command);
        checkContent(name, command);
    }

    private static void checkReadConcern(Document command) {
        var level = Fields.document(command, "readConcern").get("level");
        if (level != null && !READ_CONCERNS.contains(level)) {
            throw Refused.unknown("the read concern " + level);
        }
    }

    private static void checkContent(String name, Document command) {
        switch (name) {
            case "find" -> {
                checkQuery(command, "filter", "projection");
                SortSpec.parse(Fields.nullable(command, "sort"));
            }
            case "count", "distinct" -> Filter.parse(Fields.document(command, "query"));
            case "findAndModify" -> checkFindAndModify(command);
            case "update" -> Fields.documents(command, "updates").forEach(Subset::checkUpdate);
            case "delete" -> Fields.documents(command, "deletes").forEach(Subset::checkDelete);
            case "aggregate" -> checkPipeline(Fields.documents(command, "pipeline"));
            case "createIndexes" -> Fields.documents(command, "indexes").forEach(IndexSpec::parse);
            default -> {}
        }
    }

    private static void checkQuery(Document command, String filter, String projection) {
        Filter.parse(Fields.document(command, filter));
        Projection.parse(Fields.nullable(command, projection));
    }

    private static void checkFindAndModify(Document command) {
        checkQuery(command, "query", "fields");
        SortSpec.parse(Fields.nullable(command, "sort"));
        checkOperators(command.get("update"));
    }

    private static void checkUpdate(Document statement) {
        only("update", statement, Set.of("q", "u", "multi", "upsert")::contains);
        Filter.parse(Fields.document(statement, "q"));
        checkOperators(statement.get("u"));
    }

    private static void checkOperators(@Nullable Object update) {
        switch (update) {
            case null -> {}
            case Document operators -> Update.check(operators);
            default -> throw Refused.unknown("an update by a pipeline");
        }
    }

    private static void checkDelete(Document statement) {
        only("delete", statement, Set.of("q", "limit")::contains);
        Filter.parse(Fields.document(statement, "q"));
    }

    private static void checkPipeline(List<Document> stages) {
        for (var stage : stages) {
            for (var name : stage.keySet()) {
                if (!STAGES.contains(name)) {
                    throw Refused.unknown("the aggregation stage " + name);
                }
            }
            if (stage.get("$match") instanceof Document filter) {
                Filter.parse(filter);
            }
        }
    }

    private static void only(String command, Document given, Predicate<String> known) {
        for (var option : given.keySet()) {
            if (!known.test(option)) {
                throw Refused.unknown("the option %s of %s".formatted(option, command));
            }
        }
    }

    static boolean isValue(@Nullable Object value) {
        return !(value instanceof Missing);
    }
}
