package io.samling.reporting.owners;

import java.time.LocalDate;

/**
 * A range of shares that one holds, as the list behind the totals shows it.
 *
 * @param since from when these count as this holder's
 */
public record HeldShares(
        String registerId,
        long first,
        long last,
        String holderId,
        String shareClass,
        int votesPerShare,
        LocalDate since) {

    /** Orders ranges by register and number. */
    String key() {
        return registerId + "/" + "%020d".formatted(first);
    }
}
