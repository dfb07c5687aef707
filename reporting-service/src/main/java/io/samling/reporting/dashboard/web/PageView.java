package io.samling.reporting.dashboard.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that the page's template shows, in words and numbers as they are to be read.
 *
 * @param language two letters
 * @param text the page's texts, by part and name
 * @param problem why there are no figures; null where there are
 * @param figures the figures; null where there are none
 * @param scriptTexts JSON, the texts that the scripts need
 * @param changesNow JSON, the latest changes
 */
record PageView(
        String language,
        Map<String, Map<String, String>> text,
        List<LanguageLink> languages,
        When when,
        boolean demo,
        @Nullable String problem,
        FiguresView figures,
        String scriptTexts,
        String changesNow) {

    /** The way to the same page in another language. */
    record LanguageLink(String code, String name, String address, boolean current) {}

    /** What the form's fields hold, as browsers write days and moments. */
    record When(String asOf, String from, String to, String knownAt) {}
}
