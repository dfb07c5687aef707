package io.samling.funding.ownership;

import java.util.regex.Pattern;

/**
 * A class of shares, all of which carry the same votes.
 *
 * @param name up to 20 letters and digits, the first a capital letter, such as {@code A}
 */
public record ShareClass(String name) {

    private static final Pattern SHAPE = Pattern.compile("\\p{Lu}[\\p{L}\\p{Nd}]{0,19}");

    /** What shares are of where nothing else is said. */
    public static final ShareClass DEFAULT = new ShareClass("A");

    public ShareClass {
        if (!SHAPE.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "A share class begins with a capital letter, such as A, and has at most 20"
                            + " letters and digits");
        }
    }
}
