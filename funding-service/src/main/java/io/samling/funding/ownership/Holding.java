package io.samling.funding.ownership;

import org.jspecify.annotations.Nullable;

/**
 * Shares that went the same way: their numbers follow on from each other, and they came to the same
 * holder on the same day.
 *
 * @param holderId null where they have been redeemed
 * @param since when they came to the holder or were redeemed, as precisely as it is known
 */
public record Holding(
        ShareNumbers shares, @Nullable String holderId, String shareClass, String since) {

    Holding of(ShareNumbers part) {
        return new Holding(part, holderId, shareClass, since);
    }

    Holding passedTo(@Nullable String newHolder, String day) {
        return new Holding(shares, newHolder, shareClass, day);
    }
}
