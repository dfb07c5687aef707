package io.samling.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The municipalities of Sweden by SCB's codes, as of 2026. */
public final class Municipalities {

    private static final String TABLE = "municipalities.csv";
    private static final Municipalities SWEDEN = read();

    private final SortedMap<String, Municipality> byCode;

    private Municipalities(SortedMap<String, Municipality> byCode) {
        this.byCode = Collections.unmodifiableSortedMap(byCode);
    }

    /** All 290. */
    public static Municipalities ofSweden() {
        return SWEDEN;
    }

    /** In the order of their codes. */
    public Collection<Municipality> all() {
        return byCode.values();
    }

    /** The one with a code, or null where there is none. */
    public @Nullable Municipality find(String code) {
        return byCode.get(code);
    }

    Municipality withCode(String code) {
        var municipality = byCode.get(code);
        if (municipality == null) {
            throw new IllegalArgumentException(
                    "No municipality has this code: write four digits, such as 1060 for Olofström;"
                            + " GET /api/municipalities lists them");
        }
        return municipality;
    }

    private static Municipalities read() {
        var byCode = new TreeMap<String, Municipality>();
        lines().lines()
                .skip(1)
                .map(line -> line.split(";", -1))
                .map(cells -> new Municipality(cells[0], cells[1], cells[2]))
                .forEach(municipality -> byCode.put(municipality.code(), municipality));
        return new Municipalities(byCode);
    }

    private static String lines() {
        try (var table = Municipalities.class.getResourceAsStream(TABLE)) {
            if (table == null) {
                throw new IllegalStateException(TABLE + " is not in the jar");
            }
            return new String(table.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
