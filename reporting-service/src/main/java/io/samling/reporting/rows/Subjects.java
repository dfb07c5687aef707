package io.samling.reporting.rows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A number for each subject, so that a row names it in four bytes. */
public final class Subjects {

    /** No such subject. */
    public static final int NONE = -1;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> ids = new ArrayList<>();

    /** The subject's number, a new one where it has none. */
    public int number(String id) {
        var known = numbers.putIfAbsent(id, ids.size());
        if (known != null) {
            return known;
        }
        ids.add(id);
        return ids.size() - 1;
    }

    /** The subject's number, or {@link #NONE}. */
    public int find(String id) {
        return numbers.getOrDefault(id, NONE);
    }

    /** The subject that has the number. */
    public String id(int number) {
        return ids.get(number);
    }

    /** How many there are; their numbers lie below. */
    public int size() {
        return ids.size();
    }
}
