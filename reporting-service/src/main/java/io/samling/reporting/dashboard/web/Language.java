package io.samling.reporting.dashboard.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A language that the page speaks. */
enum Language {
    SWEDISH("sv", "Svenska", Locale.of("sv", "SE")),
    ENGLISH("en", "English", Locale.UK);

    private static final List<Locale> SPOKEN =
            Arrays.stream(values()).map(Language::locale).map(Language::bare).toList();

    private final String code;
    private final String ownName;
    private final Locale locale;

    Language(String code, String ownName, Locale locale) {
        this.code = code;
        this.ownName = ownName;
        this.locale = locale;
    }

    /** Two letters. */
    String code() {
        return code;
    }

    /** What its speakers call it. */
    String ownName() {
        return ownName;
    }

    /** How its numbers and days are written. */
    Locale locale() {
        return locale;
    }

    /**
     * The first of these that the page speaks, else English.
     *
     * @param chosen by the switch, now
     * @param remembered from an earlier choice
     * @param accepted what the browser sends
     */
    static Language of(
            @Nullable String chosen, @Nullable String remembered, @Nullable String accepted) {
        return Stream.of(withCode(chosen), withCode(remembered), accepted(accepted))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(ENGLISH);
    }

    private static Optional<Language> withCode(@Nullable String code) {
        return Arrays.stream(values()).filter(language -> language.code.equals(code)).findFirst();
    }

    private static Optional<Language> accepted(@Nullable String header) {
        if (header == null) {
            return Optional.empty();
        }
        try {
            var locale = Locale.lookup(Locale.LanguageRange.parse(header), SPOKEN);
            return withCode(locale == null ? null : locale.getLanguage());
        } catch (IllegalArgumentException notAList) {
            return Optional.empty();
        }
    }

    private static Locale bare(Locale locale) {
        return Locale.of(locale.getLanguage());
    }
}
