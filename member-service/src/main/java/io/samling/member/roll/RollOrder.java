package io.samling.member.roll;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** How names are ordered and found: in Swedish order, whatever their case and foreign accents. */
final class RollOrder {

    /** Sorts after every letter of a name. */
    static final String END = "\uffff";

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}");

    private RollOrder() {}

    /** The place of a member in the list; unique, since it ends with the id. */
    static String of(RollEntry entry) {
        return of(entry.name()) + "\u0001" + entry.id();
    }

    /** A name, or the beginning of one: {@code å}, {@code ä} and {@code ö} come after {@code z}. */
    static String of(String name) {
        var swedish =
                name.toLowerCase(Locale.ROOT).replace('å', '{').replace('ä', '|').replace('ö', '}');
        return ACCENTS.matcher(Normalizer.normalize(swedish, Normalizer.Form.NFD)).replaceAll("");
    }
}
