package io.samling.eventstore.view;

import com.mongodb.client.MongoDatabase;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The collections of a view in all its generations, as they are in the database. */
final class ViewCollections {

    private final MongoDatabase database;
    private final Pattern ours;

    ViewCollections(MongoDatabase database, List<RowSort<?>> sorts) {
        this.database = database;
        this.ours =
                Pattern.compile(
                        sorts.stream()
                                .map(sort -> Pattern.quote(sort.name()))
                                .collect(Collectors.joining("|", "(?:", ")(?:_(\\d{1,9}))?")));
    }

    /** The name of a collection in a generation. */
    static String named(String collection, int generation) {
        return generation == ViewState.FIRST ? collection : collection + "_" + generation;
    }

    /** A generation of which nothing is there. */
    int unused() {
        return existing().values().stream()
                .max(Comparator.naturalOrder())
                .map(newest -> newest + 1)
                .orElse(ViewState.FIRST);
    }

    /** Removes what is left of other generations. */
    void dropAllBut(Set<Integer> kept) {
        existing()
                .forEach(
                        (name, generation) -> {
                            if (!kept.contains(generation)) {
                                database.getCollection(name).drop();
                            }
                        });
    }

    private Map<String, Integer> existing() {
        Map<String, Integer> existing = new TreeMap<>();
        for (var name : database.listCollectionNames()) {
            var found = ours.matcher(name);
            if (found.matches()) {
                var number = found.group(1);
                existing.put(name, number == null ? ViewState.FIRST : Integer.parseInt(number));
            }
        }
        return existing;
    }
}
