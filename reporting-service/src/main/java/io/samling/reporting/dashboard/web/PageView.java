package io.samling.reporting.dashboard.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that the page's template shows, in words and numbers as they are to be read.
 *
 * @param language two letters
 * @param files the folder of what the page loads
 * @param text the page's texts, by part and name
 * @param empty nothing was ever told: the page says how to begin
 * @param problem why there are no figures; null where there are
 * @param warnings what a reader must know before believing the figures
 * @param changes the latest, newest first
 */
record PageView(
        String language,
        String files,
        Map<String, Map<String, String>> text,
        List<LanguageLink> languages,
        When when,
        boolean demo,
        boolean empty,
        @Nullable String problem,
        List<String> warnings,
        FiguresView figures,
        List<ChangeRow> changes) {

    /** The way to the same page in another language. */
    record LanguageLink(String code, String name, String address, boolean current) {}

    /**
     * What the form's fields hold, as browsers write days and moments.
     *
     * @param today where it is the day of the figures, it need not be asked for
     * @param from empty from the beginning
     * @param to empty until the day of the figures
     * @param more whether any field but the first is filled
     */
    record When(String asOf, String today, String from, String to, String knownAt, boolean more) {}

    /**
     * Something that happened.
     *
     * @param recorded the moment for programs
     * @param moment the moment for people
     */
    record ChangeRow(String id, String recorded, String moment, String sentence) {}

    /** Whether there is anything to be warned of. */
    boolean hasWarnings() {
        return !warnings.isEmpty();
    }

    /** Whether anything happened. */
    boolean hasChanges() {
        return !changes.isEmpty();
    }
}
