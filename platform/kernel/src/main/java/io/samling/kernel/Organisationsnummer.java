package io.samling.kernel;

import java.util.regex.Pattern;

/**
 * A Swedish organisation number of a legal person in its canonical form: ten digits.
 *
 * <p>Accepted are the usual spellings: with or without hyphen, with the prefix 16, with blanks
 * around. The tenth digit is a Luhn check digit (Peppol rule SE-R-013). A number whose third digit
 * is below 2 is a sole trader's, which is a personal identity number: it is refused as {@link
 * PersonalNumber}, and no message says its digits.
 *
 * @param digits ten digits
 */
public record Organisationsnummer(String digits) {

    private static final Pattern TEN_DIGITS = Pattern.compile("\\d{10}");
    private static final Pattern SPELLING = Pattern.compile("(?:16)?(\\d{6})-?(\\d{4})");
    private static final Pattern PERSONAL_SPELLING =
            Pattern.compile("(?:18|19|20)?(\\d{6})[-+]?(\\d{4})");

    public Organisationsnummer {
        if (!TEN_DIGITS.matcher(digits).matches()) {
            throw malformed();
        }
        if (digits.charAt(2) < '2') {
            throw new PersonalNumber();
        }
        if (!hasCheckDigit(digits)) {
            throw new IllegalArgumentException(
                    "The organisationsnummer has a wrong check digit: look it up again");
        }
    }

    /**
     * Reads a number as people write it.
     *
     * @throws IllegalArgumentException with a sentence a user may read, which does not repeat the
     *     input; {@link PersonalNumber} where it is a person's
     */
    public static Organisationsnummer of(String text) {
        var trimmed = text.strip();
        var spelling = SPELLING.matcher(trimmed);
        if (spelling.matches()) {
            return new Organisationsnummer(spelling.group(1) + spelling.group(2));
        }
        var personal = PERSONAL_SPELLING.matcher(trimmed);
        if (personal.matches()) {
            throw new PersonalNumber();
        }
        throw malformed();
    }

    /** With its hyphen, as people read it. */
    public String spelled() {
        return digits.substring(0, 6) + "-" + digits.substring(6);
    }

    @Override
    public String toString() {
        return digits;
    }

    private static boolean hasCheckDigit(String digits) {
        int sum = 0;
        for (int place = 0; place < 10; place++) {
            int weighted = (digits.charAt(place) - '0') * (place % 2 == 0 ? 2 : 1);
            sum += weighted / 10 + weighted % 10;
        }
        return sum % 10 == 0;
    }

    private static IllegalArgumentException malformed() {
        return new IllegalArgumentException(
                "An organisationsnummer has ten digits, such as 556036-0793");
    }

    /** The number belongs to a person (a sole trader), whose values are not kept yet. */
    public static final class PersonalNumber extends IllegalArgumentException {
        PersonalNumber() {
            super(
                    "This organisationsnummer is a sole trader's, which is a personal number:"
                            + " it cannot be registered yet");
        }
    }
}
