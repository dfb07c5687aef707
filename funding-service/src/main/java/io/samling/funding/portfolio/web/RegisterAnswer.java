package io.samling.funding.portfolio.web;

import io.samling.funding.ownership.Holding;
import io.samling.funding.portfolio.EntryRow;
import io.samling.funding.portfolio.RegisterRow;
import io.samling.funding.portfolio.ShareRegisters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A share register as it is answered.
 *
 * @param shares how many are held
 * @param votes how many votes these carry
 * @param ranges a partition of the numbers from 1 to the highest ever issued
 * @param entries in the order in which they were made
 */
record RegisterAnswer(
        String id,
        String company,
        @Nullable String organisationsnummer,
        boolean demo,
        long shares,
        long votes,
        List<HolderAnswer> holders,
        List<RangeAnswer> ranges,
        List<EntryAnswer> entries) {

    /** A holder with what it holds now. */
    record HolderAnswer(
            String id,
            String name,
            @Nullable String organisationsnummer,
            long shares,
            long votes) {}

    /** Shares that went the same way; without a holder where they have been redeemed. */
    record RangeAnswer(
            long first, long last, @Nullable String holder, String shareClass, String since) {}

    /** An entry as it was made, with the numbers it took. */
    record EntryAnswer(
            String id,
            String type,
            long first,
            long last,
            @Nullable String from,
            @Nullable String to,
            @Nullable String shareClass,
            @Nullable Integer votesPerShare,
            String day) {}

    static RegisterAnswer of(RegisterRow row, List<EntryRow> entries) {
        var holdings = ShareRegisters.holdingsAfter(entries);
        var votes = votesByClass(entries);
        var holders = row.holders().stream().map(it -> answer(it, holdings, votes)).toList();
        return new RegisterAnswer(
                row.id(),
                row.company(),
                row.organisationsnummer(),
                row.demo(),
                holders.stream().mapToLong(HolderAnswer::shares).sum(),
                holders.stream().mapToLong(HolderAnswer::votes).sum(),
                holders,
                holdings.stream().map(RegisterAnswer::answer).toList(),
                entries.stream().map(RegisterAnswer::answer).toList());
    }

    private static Map<String, Integer> votesByClass(List<EntryRow> entries) {
        Map<String, Integer> votes = new HashMap<>();
        for (var entry : entries) {
            if (entry.shareClass() != null && entry.votesPerShare() != null) {
                votes.put(entry.shareClass(), entry.votesPerShare());
            }
        }
        return votes;
    }

    private static HolderAnswer answer(
            RegisterRow.Holder holder, List<Holding> holdings, Map<String, Integer> votesByClass) {
        long shares = 0;
        long votes = 0;
        for (var holding : holdings) {
            if (holder.id().equals(holding.holderId())) {
                long count = holding.shares().count();
                shares += count;
                votes += count * votesByClass.getOrDefault(holding.shareClass(), 1);
            }
        }
        return new HolderAnswer(
                holder.id(), holder.name(), holder.organisationsnummer(), shares, votes);
    }

    private static RangeAnswer answer(Holding holding) {
        return new RangeAnswer(
                holding.shares().first(),
                holding.shares().last(),
                holding.holderId(),
                holding.shareClass(),
                holding.since());
    }

    private static EntryAnswer answer(EntryRow entry) {
        return new EntryAnswer(
                entry.id(),
                entry.type(),
                entry.first(),
                entry.last(),
                entry.from(),
                entry.to(),
                entry.shareClass(),
                entry.votesPerShare(),
                entry.day());
    }
}
