package io.samling.kernel;

import java.util.List;
import java.util.regex.Pattern;

/**
 * An event that takes or gives up a value which only one stream may hold at a time, such as an
 * organisation number. The log holds the claim in the event's own commit, so it is as unique as the
 * event is durable.
 */
public interface Claiming {

    /** What is taken or given up, in the order in which it happens. */
    List<Claim> claims();

    /**
     * One value taken or given up.
     *
     * @param what the sort of value, such as {@code organisationsnummer}
     * @param value in its canonical form; never a value that identifies a person
     * @param taken whether it is taken (or else given up)
     */
    record Claim(String what, String value, boolean taken) {

        private static final Pattern WHAT = Pattern.compile("[a-z][a-z-]*");
        private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9._-]+");

        public Claim {
            if (!WHAT.matcher(what).matches() || !VALUE.matcher(value).matches()) {
                throw new IllegalArgumentException("Not the name and value of a claim");
            }
        }

        /** A claim that takes the value; refused while another stream holds it. */
        public static Claim take(String what, String value) {
            return new Claim(what, value, true);
        }

        /** A claim that gives the value up, so that it may be taken again. */
        public static Claim free(String what, String value) {
            return new Claim(what, value, false);
        }
    }
}
