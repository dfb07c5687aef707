package io.samling.funding.recount;

import io.samling.funding.ownership.ShareRegisterEvent;
import io.samling.funding.ownership.ShareRegisterEvent.HolderEntered;
import io.samling.funding.ownership.ShareRegisterEvent.RegisterOpened;
import io.samling.funding.ownership.ShareRegisterEvent.SharesIssued;
import io.samling.funding.ownership.ShareRegisterEvent.SharesRedeemed;
import io.samling.funding.ownership.ShareRegisterEvent.SharesTransferred;
import io.samling.kernel.PartialDate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Who holds which shares, entry by entry. */
final class CountedShares {

    private static final String NOBODY = "";

    private final List<Entry> entries = new ArrayList<>();

    /**
     * From a day on, shares are somebody's.
     *
     * @param votes of each share, where the entry issues them; else 0
     */
    private record Entry(
            String register, long first, long last, String holder, int votes, LocalDate from) {}

    /** Shares that are numbered in a row and have the same holder and votes. */
    private record Held(long first, long last, String holder, int votes) {}

    void add(ShareRegisterEvent event, SortedSet<LocalDate> days) {
        switch (event) {
            case RegisterOpened _, HolderEntered _ -> {}
            case SharesIssued e -> {
                var day = PartialDate.of(e.day()).firstDay();
                var votes = e.votesPerShare();
                add(new Entry(e.registerId(), e.first(), e.last(), e.holderId(), votes, day), days);
            }
            case SharesTransferred e -> {
                var day = PartialDate.of(e.day()).firstDay();
                add(new Entry(e.registerId(), e.first(), e.last(), e.toHolderId(), 0, day), days);
            }
            case SharesRedeemed e -> {
                var day = PartialDate.of(e.day()).lastDay();
                add(new Entry(e.registerId(), e.first(), e.last(), NOBODY, 0, day), days);
            }
        }
    }

    private void add(Entry entry, SortedSet<LocalDate> days) {
        days.add(entry.from());
        entries.add(entry);
    }

    /** Shares and votes of each holder in each register on a day. */
    Map<String, Long> on(LocalDate day) {
        Map<String, List<Held>> registers = new TreeMap<>();
        for (var entry : entries) {
            if (!entry.from().isAfter(day)) {
                registers.compute(
                        entry.register(),
                        (_, held) -> after(held == null ? List.of() : held, entry));
            }
        }
        Map<String, Long> sums = new TreeMap<>();
        registers.forEach((register, held) -> held.forEach(range -> add(sums, register, range)));
        sums.put("value", sums.keySet().stream().filter(name -> name.startsWith("shares")).count());
        return sums;
    }

    private static void add(Map<String, Long> sums, String register, Held range) {
        if (!range.holder().equals(NOBODY)) {
            var of = " of " + range.holder() + " in " + register;
            long count = range.last() - range.first() + 1;
            sums.merge("shares" + of, count, Long::sum);
            sums.merge("votes" + of, count * range.votes(), Long::sum);
        }
    }

    /** What is held after an entry: its shares change hands, those beside them do not. */
    private static List<Held> after(List<Held> before, Entry entry) {
        List<Held> after = new ArrayList<>();
        if (entry.votes() > 0) {
            after.add(new Held(entry.first(), entry.last(), entry.holder(), entry.votes()));
        }
        for (var held : before) {
            keep(after, held, held.first(), Math.min(held.last(), entry.first() - 1));
            keep(after, held, Math.max(held.first(), entry.last() + 1), held.last());
            var first = Math.max(held.first(), entry.first());
            var last = Math.min(held.last(), entry.last());
            if (first <= last) {
                after.add(new Held(first, last, entry.holder(), held.votes()));
            }
        }
        return after;
    }

    private static void keep(List<Held> after, Held held, long first, long last) {
        if (first <= last) {
            after.add(new Held(first, last, held.holder(), held.votes()));
        }
    }

    /** What the figure says of the same. */
    static Map<String, Long> said(JsonNode answer) {
        Map<String, Long> said = new TreeMap<>();
        said.put("value", answer.get("value").asLong());
        for (var register : answer.get("registers")) {
            for (var holder : register.get("holders")) {
                var of =
                        " of %s in %s"
                                .formatted(
                                        holder.get("holderId").asString(),
                                        register.get("registerId").asString());
                said.put("shares" + of, holder.get("shares").asLong());
                said.put("votes" + of, holder.get("votes").asLong());
            }
        }
        return said;
    }
}
