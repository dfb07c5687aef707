package io.samling.kernel;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Pattern;

/**
 * A date as precise as it is known: a day ({@code 2015-03-27}), a month ({@code 2015-03}) or a year
 * ({@code 2015}). An imprecise beginning counts from the first day of its period, an imprecise end
 * until the last.
 *
 * @param text the date in ISO 8601, with the precision of its source
 */
public record PartialDate(String text) {

    private static final Pattern SHAPE = Pattern.compile("\\d{4}(-\\d{2}(-\\d{2})?)?");

    public PartialDate {
        if (!SHAPE.matcher(text).matches()) {
            throw notADate(text);
        }
        try {
            firstDayOf(text);
        } catch (DateTimeException impossibleDay) {
            throw notADate(text);
        }
    }

    /**
     * Reads a date.
     *
     * @throws IllegalArgumentException with a sentence a user may read, where it is none
     */
    public static PartialDate of(String text) {
        return new PartialDate(text);
    }

    /** A date that is known to the day. */
    public static PartialDate of(LocalDate day) {
        return new PartialDate(day.toString());
    }

    /** From when a beginning at this date counts. */
    public LocalDate firstDay() {
        return firstDayOf(text);
    }

    /** Until when an end at this date counts, that day included. */
    public LocalDate lastDay() {
        return switch (precision()) {
            case DAY -> firstDay();
            case MONTH -> YearMonth.parse(text).atEndOfMonth();
            case YEAR -> LocalDate.of(Integer.parseInt(text), 12, 31);
        };
    }

    /** How precisely it is known. */
    public Precision precision() {
        return switch (text.length()) {
            case 4 -> Precision.YEAR;
            case 7 -> Precision.MONTH;
            default -> Precision.DAY;
        };
    }

    /** Whether it is known to the day. */
    public boolean isPrecise() {
        return precision() == Precision.DAY;
    }

    @Override
    public String toString() {
        return text;
    }

    private static LocalDate firstDayOf(String text) {
        return LocalDate.parse(text + "-01-01".substring(Math.min(6, text.length() - 4)));
    }

    private static IllegalArgumentException notADate(String text) {
        return new IllegalArgumentException(
                "'"
                        + text
                        + "' is no date: write 2015-03-27, 2015-03 or 2015, as precise as known");
    }

    /** How precisely a date is known. */
    public enum Precision {
        DAY,
        MONTH,
        YEAR
    }
}
