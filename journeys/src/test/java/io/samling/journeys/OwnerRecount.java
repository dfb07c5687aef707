package io.samling.journeys;

import io.samling.journeys.Log.Event;
import io.samling.kernel.PartialDate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts shares and votes from the log, share by share, as slowly and plainly as can be. */
final class OwnerRecount {

    private static final String NOBODY = "";

    private final List<Event> events;

    OwnerRecount(List<Event> events) {
        this.events =
                events.stream().filter(event -> event.name().startsWith("shareregister.")).toList();
    }

    /** The owners of each register on a day, by the register's id. */
    Map<String, Register> on(LocalDate day) {
        Map<String, Register> registers = new TreeMap<>();
        for (var event : events) {
            var register = registers.computeIfAbsent(event.text("registerId"), _ -> new Register());
            if (event.data().has("day") && !counts(event, day)) {
                continue;
            }
            switch (event.name()) {
                case "shareregister.shares-issued" -> register.issue(event);
                case "shareregister.shares-transferred" ->
                        register.give(event, event.text("toHolderId"));
                case "shareregister.shares-redeemed" -> register.give(event, NOBODY);
                default -> {}
            }
        }
        return registers;
    }

    private static boolean counts(Event event, LocalDate day) {
        var date = PartialDate.of(event.text("day"));
        var ends = event.name().equals("shareregister.shares-redeemed");
        return !(ends ? date.lastDay() : date.firstDay()).isAfter(day);
    }

    /** Who holds each share. */
    static final class Register {

        private final List<String> holders = new ArrayList<>();
        private final List<Integer> votes = new ArrayList<>();

        private void issue(Event event) {
            for (long share = first(event); share <= last(event); share++) {
                holders.add(event.text("holderId"));
                votes.add(event.data().get("votesPerShare").asInt());
            }
        }

        private void give(Event event, String holder) {
            for (long share = first(event); share <= last(event); share++) {
                holders.set((int) share - 1, holder);
            }
        }

        private static long first(Event event) {
            return event.data().get("first").asLong();
        }

        private static long last(Event event) {
            return event.data().get("last").asLong();
        }

        /** How many shares each holder has. */
        Map<String, Long> shares() {
            Map<String, Long> shares = new TreeMap<>();
            holders.forEach(holder -> shares.merge(holder, 1L, Long::sum));
            shares.remove(NOBODY);
            return shares;
        }

        /** How many votes each holder has. */
        Map<String, Long> votes() {
            Map<String, Long> sums = new TreeMap<>();
            for (int i = 0; i < holders.size(); i++) {
                sums.merge(holders.get(i), (long) votes.get(i), Long::sum);
            }
            sums.remove(NOBODY);
            return sums;
        }
    }
}
