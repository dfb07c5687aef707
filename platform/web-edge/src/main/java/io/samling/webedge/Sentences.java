package io.samling.webedge;

import java.util.List;

/** Wording of problems. */
final class Sentences {

    private Sentences() {}

    /** The text with a full stop. */
    static String of(String text) {
        return text.endsWith(".") ? text : text + ".";
    }

    /** {@code a, b and c}. */
    static String list(List<String> words) {
        if (words.size() < 2) {
            return String.join("", words);
        }
        var last = words.size() - 1;
        return String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }

    /** {@code "periods-overlap"} as {@code "Periods overlap"}. */
    static String title(String code) {
        return Character.toUpperCase(code.charAt(0)) + code.substring(1).replace('-', ' ');
    }

    /** What was sent, made short and harmless to repeat: a name, never a value. */
    static String quoted(String name) {
        var visible = name.replaceAll("[^\\p{L}\\p{N}_.\\-\\[\\] ]", "?");
        return "'" + (visible.length() > 60 ? visible.substring(0, 60) + "…" : visible) + "'";
    }
}
