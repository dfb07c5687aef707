package io.samling.eventfeed;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * Reads the time of a fact. The usual form, {@code 2026-01-31T12:00:00.123456Z}, is read without
 * the JDK's formatter, which takes longer than all else about a record.
 */
final class RecordedTime {

    private static final String FORM = "dddd-dd-ddTdd:dd:dd";
    private static final int NANO_DIGITS = 9;

    private RecordedTime() {}

    /**
     * The moment that a text names.
     *
     * @throws DateTimeException where it is no time
     */
    static Instant parse(String text) {
        return isUsual(text) ? usual(text) : OffsetDateTime.parse(text).toInstant();
    }

    private static boolean isUsual(String text) {
        int last = text.length() - 1;
        int digits = last - FORM.length() - 1;
        if (last < FORM.length() || text.charAt(last) != 'Z' || digits > NANO_DIGITS) {
            return false;
        }
        for (int at = 0; at < FORM.length(); at++) {
            boolean fits =
                    FORM.charAt(at) == 'd'
                            ? isDigit(text.charAt(at))
                            : text.charAt(at) == FORM.charAt(at);
            if (!fits) {
                return false;
            }
        }
        return last == FORM.length()
                || (digits > 0
                        && text.charAt(FORM.length()) == '.'
                        && areDigits(text, FORM.length() + 1, last));
    }

    private static Instant usual(String text) {
        var day = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, 19);
        if (hour > 23 || minute > 59 || second > 59) {
            throw new DateTimeException("No time of a day");
        }
        long seconds = day.toEpochDay() * 86_400 + hour * 3_600L + minute * 60L + second;
        return Instant.ofEpochSecond(seconds, nanos(text));
    }

    private static int nanos(String text) {
        int last = text.length() - 1;
        int nanos = 0;
        for (int digit = 0; digit < NANO_DIGITS; digit++) {
            int at = FORM.length() + 1 + digit;
            nanos = nanos * 10 + (at < last ? text.charAt(at) - '0' : 0);
        }
        return nanos;
    }

    private static int number(String text, int from, int until) {
        return Integer.parseInt(text, from, until, 10);
    }

    private static boolean areDigits(String text, int from, int until) {
        for (int at = from; at < until; at++) {
            if (!isDigit(text.charAt(at))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }
}
