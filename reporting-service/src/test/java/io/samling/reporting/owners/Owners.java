package io.samling.reporting.owners;

import io.samling.eventfeed.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Asks owner rows without a feed, for tests in other packages. */
public final class Owners {

    private Owners() {}

    /** Shares and votes by holder. */
    public static Map<String, List<Long>> of(OwnerRows rows, LocalDate day, long known) {
        Map<String, List<Long>> owners = new TreeMap<>();
        for (var register : rows.owners(Span.day(day), known).registers()) {
            for (var owner : register.holders()) {
                owners.put(owner.holderId(), List.of(owner.shares(), owner.votes()));
            }
        }
        return owners;
    }

    /** The ranges that are held. */
    public static List<HeldShares> ranges(OwnerRows rows, LocalDate day, long known) {
        return rows.ranges(Span.day(day), known);
    }
}
