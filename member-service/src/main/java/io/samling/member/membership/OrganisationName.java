package io.samling.member.membership;

import java.util.regex.Pattern;

/**
 * What an organisation is called.
 *
 * @param text 1 to 200 characters, without blanks around or doubled
 */
public record OrganisationName(String text) {

    private static final int LONGEST = 200;
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cntrl}|\\p{Cf}|\\p{Co}|\\p{Cs}");

    public OrganisationName {
        text = BLANKS.matcher(text).replaceAll(" ").strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            throw new IllegalArgumentException("A name has 1 to " + LONGEST + " characters");
        }
        if (INVISIBLE.matcher(text).find()) {
            throw new IllegalArgumentException("A name has no invisible characters");
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
