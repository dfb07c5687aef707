package io.samling.reporting.rows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A small number for each of a few texts that occur again and again. */
public final class Codes {

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> texts = new ArrayList<>();

    /** The text's number, a new one where it has none. */
    public int number(String text) {
        var known = numbers.putIfAbsent(text, texts.size());
        if (known != null) {
            return known;
        }
        texts.add(text);
        return texts.size() - 1;
    }

    /** The text's number, or -1: then no row has it. */
    public int find(String text) {
        return numbers.getOrDefault(text, -1);
    }

    /** The text that has the number. */
    public String text(int number) {
        return texts.get(number);
    }
}
