package io.samling.journeys;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Invented companies: numbers of a group in which no real company has one. */
final class Organisations {

    private Organisations() {}

    /** A valid organisation number, another one for each i below 100,000. */
    static String number(int i) {
        var digits = "4999%05d".formatted(i);
        for (int check = 0; check < 10; check++) {
            if (isValid(digits + check)) {
                return digits + check;
            }
        }
        throw new AssertionError(digits);
    }

    /** The same number with a check digit that is wrong. */
    static String wrong(int i) {
        var number = number(i);
        int check = Character.digit(number.charAt(9), 10);
        return number.substring(0, 9) + (check + 1) % 10;
    }

    /** The same id for the same words, so that a request can be repeated. */
    static String id(String words) {
        return UUID.nameUUIDFromBytes(words.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static boolean isValid(String number) {
        int sum = 0;
        for (int i = 0; i < 10; i++) {
            int product = Character.digit(number.charAt(i), 10) * (i % 2 == 0 ? 2 : 1);
            sum += product / 10 + product % 10;
        }
        return sum % 10 == 0;
    }
}
