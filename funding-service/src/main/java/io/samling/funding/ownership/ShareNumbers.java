package io.samling.funding.ownership;

/**
 * The numbers of some shares, both ends included.
 *
 * @param first from 1
 * @param last not below the first
 */
public record ShareNumbers(long first, long last) {

    public ShareNumbers {
        if (first < 1 || last < first) {
            throw new IllegalArgumentException(
                    "Share numbers begin at 1, and the last is not below the first");
        }
    }

    /** How many they are. */
    public long count() {
        return last - first + 1;
    }

    @Override
    public String toString() {
        return first == last ? Long.toString(first) : first + "–" + last;
    }
}
