package io.samling.kernel;

/**
 * An amount of money in the smallest unit of its currency (öre for SEK), never a fraction of it.
 *
 * @param minor the amount in minor units; may be negative
 * @param currency ISO 4217, three capital letters
 */
public record Money(long minor, String currency) {

    public Money {
        if (!currency.matches("[A-Z]{3}")) {
            throw new IllegalArgumentException(
                    "A currency is three capital letters, such as SEK, not '" + currency + "'");
        }
    }

    /** So many öre. */
    public static Money ore(long minor) {
        return new Money(minor, "SEK");
    }

    /**
     * The sum, in the same currency.
     *
     * @throws ArithmeticException where it does not fit
     * @throws IllegalArgumentException where the currencies differ
     */
    public Money plus(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(
                    "Cannot add " + other.currency + " to " + currency + " without a rate");
        }
        return new Money(Math.addExact(minor, other.minor), currency);
    }

    /** Whether it is more than nothing; not named as a property, for it is not one in JSON. */
    public boolean exceedsNothing() {
        return minor > 0;
    }
}
