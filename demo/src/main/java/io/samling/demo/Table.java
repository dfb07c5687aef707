package io.samling.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A table that lies beside this class: semicolons between fields, the first line names them. */
final class Table {

    private Table() {}

    /** Its rows, each by the names of its fields; an empty field is unknown. */
    static List<Map<String, String>> rows(String file) {
        try (var table = Table.class.getResourceAsStream(file)) {
            if (table == null) {
                throw new IllegalStateException("The demo lacks its " + file);
            }
            var lines = new String(table.readAllBytes(), UTF_8).lines().toList();
            var names = lines.getFirst().split(";", -1);
            return lines.stream().skip(1).map(line -> row(names, line.split(";", -1))).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Map<String, String> row(String[] names, String[] fields) {
        Map<String, String> row = new HashMap<>();
        for (int place = 0; place < names.length; place++) {
            row.put(names[place], fields[place]);
        }
        return Map.copyOf(row);
    }
}
