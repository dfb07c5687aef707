package io.samling.reporting.dashboard.web;

import io.samling.kernel.Money;
import io.samling.kernel.PartialDate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.ListFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The page's texts in one language, and numbers and days as that language writes them. */
final class Words {

    private static final int CENTS = 2;
    private static final long MILLION = 100_000_000;
    private static final DateTimeFormatter DAY_OF_YEAR = DateTimeFormatter.ofPattern("d MMM");
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("LLL yyyy");

    private final Language language;
    private final Map<String, Map<String, String>> texts;

    Words(Language language, JsonMapper json) {
        this.language = language;
        this.texts = read("/language/" + language.code() + ".json", json);
    }

    Language language() {
        return language;
    }

    /** All texts, by part of the page and name. */
    Map<String, Map<String, String>> texts() {
        return texts;
    }

    /** One text, with values in the places that it names. */
    String say(String part, String name, Map<String, ?> values) {
        var sentence = Objects.requireNonNull(texts.getOrDefault(part, Map.of()).get(name), name);
        for (var value : values.entrySet()) {
            sentence = sentence.replace("{" + value.getKey() + "}", value.getValue().toString());
        }
        return sentence;
    }

    String say(String part, String name) {
        return say(part, name, Map.of());
    }

    String number(long number) {
        return NumberFormat.getIntegerInstance(language.locale()).format(number);
    }

    /** A number with at most two decimals. */
    String decimal(BigDecimal number) {
        var format = NumberFormat.getNumberInstance(language.locale());
        format.setMaximumFractionDigits(CENTS);
        return format.format(number);
    }

    /** What a code of the contract stands for; the code, where it is a new one. */
    String code(String code) {
        return texts.getOrDefault("codes", Map.of()).getOrDefault(code, code);
    }

    /** Names one after the other. */
    String all(List<String> names) {
        return names.isEmpty()
                ? ""
                : ListFormat.getInstance(
                                language.locale(), ListFormat.Type.STANDARD, ListFormat.Style.FULL)
                        .format(names);
    }

    /** A part of a whole. */
    String percent(long part, long whole) {
        var format = NumberFormat.getPercentInstance(language.locale());
        format.setMaximumFractionDigits(1);
        return format.format((double) part / whole);
    }

    /** Money, without the smaller unit where there is none of it. */
    String money(Money money) {
        var format = NumberFormat.getCurrencyInstance(language.locale());
        format.setCurrency(Currency.getInstance(money.currency()));
        var amount = BigDecimal.valueOf(money.minor(), CENTS);
        boolean isWhole = money.minor() % 100 == 0;
        format.setMinimumFractionDigits(isWhole ? 0 : CENTS);
        format.setMaximumFractionDigits(CENTS);
        // Java writes a code and its number together where browsers keep them apart
        return format.format(amount).replaceFirst("^([A-Z]{3})(?=\\d)", "$1\u00a0");
    }

    /** Money as it is read at a glance: millions with one decimal, less in full. */
    String briefly(Money money) {
        if (Math.abs(money.minor()) < MILLION) {
            return money(money);
        }
        var millions = BigDecimal.valueOf(money.minor()).divide(BigDecimal.valueOf(MILLION));
        var format = NumberFormat.getNumberInstance(language.locale());
        format.setMaximumFractionDigits(1);
        format.setMinimumFractionDigits(1);
        format.setRoundingMode(RoundingMode.HALF_UP);
        var values = Map.of("number", format.format(millions), "currency", money.currency());
        boolean isSek = money.currency().equals("SEK");
        return say("grants", isSek ? "millionKronor" : "millions", values);
    }

    /** A day without its year. */
    String dayOfYear(LocalDate day) {
        return DAY_OF_YEAR.withLocale(language.locale()).format(day);
    }

    String day(LocalDate day) {
        return formatter().format(day);
    }

    /** A date as precise as it is known: 2015-03-27, 2015-03 or 2015. */
    String day(String text) {
        var date = PartialDate.of(text);
        return switch (date.precision()) {
            case DAY -> day(date.firstDay());
            case MONTH -> MONTH.withLocale(language.locale()).format(date.firstDay());
            case YEAR -> text;
        };
    }

    String moment(Instant moment, ZoneId zone) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(language.locale())
                .format(moment.atZone(zone));
    }

    private DateTimeFormatter formatter() {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(language.locale());
    }

    private static Map<String, Map<String, String>> read(String name, JsonMapper json) {
        try (var file = Words.class.getResourceAsStream(name)) {
            return json.readValue(Objects.requireNonNull(file, name), new TypeReference<>() {});
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
