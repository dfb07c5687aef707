package io.samling.reporting.dashboard.web;

import io.samling.reporting.dashboard.Basis;
import io.samling.reporting.dashboard.Overview.Rules;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A figure at a glance, and what it is.
 *
 * @param figure its name
 * @param value at a glance
 * @param exact the value in full, where that is more
 * @param hint what belongs beside it
 * @param parked that it leaves facts out; null where it leaves out none
 * @param about what it counts and rests on; null where there are no figures
 */
record Card(
        String figure,
        String title,
        String value,
        @Nullable String exact,
        String hint,
        @Nullable String parked,
        @Nullable About about) {

    /**
     * What a figure counts and rests on.
     *
     * @param list the address of the rows that it is counted from, by the same parameters
     * @param same the address of this very answer
     */
    record About(
            String definition,
            String sentence,
            String day,
            String known,
            String settled,
            String list,
            String same) {}

    static Card unknown(String figure, Words words) {
        var title = words.say("figures", figure);
        return new Card(figure, title, words.say("page", "unknown"), null, "", null, null);
    }

    static Card of(
            String figure,
            String value,
            @Nullable String exact,
            String hint,
            Basis basis,
            Rules rules,
            Words words) {
        var about =
                new About(
                        rules.definition(),
                        words.say("definitions", figure),
                        words.day(basis.asOf()),
                        basis.known(),
                        words.say("rests", settled(basis)),
                        "/api/figures/" + figure + "/list?limit=500&" + exactly(basis),
                        "/api/figures/" + figure + "?" + exactly(basis));
        boolean isMore = exact != null && !exact.equals(value);
        return new Card(
                figure,
                words.say("figures", figure),
                value,
                isMore ? exact : null,
                hint,
                parked(rules, words),
                about);
    }

    private static @Nullable String parked(Rules rules, Words words) {
        return switch (rules.parked()) {
            case 0 -> null;
            case 1 -> words.say("figures", "oneParked");
            default ->
                    words.say("figures", "parked", Map.of("count", words.number(rules.parked())));
        };
    }

    private static String settled(Basis basis) {
        if (basis.knownAt() == null) {
            return "now";
        }
        return basis.settled() ? "settled" : "unsettled";
    }

    /** Parameters that ask for the same again. */
    static String exactly(Basis basis) {
        var known = URLEncoder.encode(basis.known(), StandardCharsets.UTF_8);
        return "asOf=" + basis.asOf() + "&known=" + known;
    }

    /** A hint with the day. */
    static String asOf(Basis basis, Words words) {
        return words.say("figures", "asOf", Map.of("day", words.day(basis.asOf())));
    }
}
