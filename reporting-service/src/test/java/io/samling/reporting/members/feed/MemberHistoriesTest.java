package io.samling.reporting.members.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.samling.contracts.member.v1.MemberFact;
import io.samling.contracts.member.v1.MemberFact.HeadcountCorrected;
import io.samling.contracts.member.v1.MemberFact.HeadcountReported;
import io.samling.contracts.member.v1.MemberFact.MembershipAnnulled;
import io.samling.contracts.member.v1.MemberFact.MembershipBegan;
import io.samling.contracts.member.v1.MemberFact.MembershipEnded;
import io.samling.eventfeed.KeptFact;
import io.samling.eventfeed.Span;
import io.samling.reporting.members.Employees;
import io.samling.reporting.members.MemberCounts;
import io.samling.reporting.members.MemberRows;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** Random histories, delivered in random order and some facts twice, against a plain recount. */
class MemberHistoriesTest {

    private static final LocalDate START = LocalDate.of(2025, 1, 1);
    private static final int DAYS = 60;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static List<Long> seeds() {
        var seeds = new Random();
        return seeds.longs(20).boxed().toList();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void count_as_a_plain_recount_does_on_every_day_as_known_at_every_position(long seed) {
        var history = new MemberHistory();
        new Happenings(new Random(seed), history).happen(60);
        var delivered = new ArrayList<>(history.facts());
        delivered.addAll(history.facts().subList(0, history.facts().size() / 3));
        Collections.shuffle(delivered, new Random(seed));

        var rows = history.rows(delivered);

        for (long known = -1; known < history.next(); known++) {
            for (int day = -1; day <= DAYS; day += 3) {
                compare(rows, history.facts(), START.plusDays(day), known);
            }
        }
    }

    private static void compare(MemberRows rows, List<KeptFact> facts, LocalDate day, long known) {
        var recount = new Recount(facts, known);
        var employees = recount.employees(day);

        assertThat(MemberCounts.members(rows, Span.day(day), known)).isEqualTo(employees.members());
        assertThat(MemberCounts.employees(rows, Span.day(day), known)).isEqualTo(employees);
        assertThat(MemberCounts.lists(rows, Span.day(day), known))
                .containsExactly(
                        employees.members(),
                        employees.members() - employees.missing(),
                        employees.value());
    }

    /** Makes members join, leave, come back, be annulled and report at random. */
    private static final class Happenings {

        private final Random random;
        private final MemberHistory history;
        private final Map<String, Integer> periods = new TreeMap<>();
        private final Map<String, LocalDate> open = new TreeMap<>();
        private final Map<String, LocalDate> closed = new TreeMap<>();
        private int readings;

        Happenings(Random random, MemberHistory history) {
            this.random = random;
            this.history = history;
        }

        void happen(int times) {
            for (int time = 0; time < times; time++) {
                happen("m" + random.nextInt(6));
            }
        }

        private void happen(String member) {
            var firstDay = open.get(member);
            switch (random.nextInt(5)) {
                case 0, 1 -> joinOrEnd(member, firstDay);
                case 2 -> {
                    if (firstDay != null && random.nextBoolean()) {
                        int period = periods.getOrDefault(member, 0);
                        history.isAnnulled(member, period, firstDay.toString());
                        open.remove(member);
                        periods.put(member, period - 1);
                    }
                }
                case 3 ->
                        history.reports(
                                member, "r" + readings++, anyDay().toString(), random.nextInt(99));
                default -> {
                    if (readings > 0) {
                        correct(member);
                    }
                }
            }
        }

        private void joinOrEnd(String member, @org.jspecify.annotations.Nullable LocalDate since) {
            int period = periods.getOrDefault(member, 0);
            if (since == null) {
                var from = closed.getOrDefault(member, START.minusDays(1));
                var firstDay = from.plusDays(1L + random.nextInt(10));
                periods.put(member, period + 1);
                open.put(member, firstDay);
                history.joins(member, period + 1, firstDay.toString());
            } else {
                var lastDay = since.plusDays(random.nextInt(15) - 1L);
                open.remove(member);
                closed.put(member, lastDay);
                history.leaves(member, period, since.toString(), lastDay.toString());
            }
        }

        private void correct(String member) {
            var reported =
                    history.facts().stream()
                            .filter(fact -> fact.subject().equals(member))
                            .filter(fact -> fact.type().contains("reported"))
                            .map(fact -> JSON.readValue(fact.body(), HeadcountReported.class))
                            .findAny();
            reported.ifPresent(
                    reading ->
                            history.corrects(
                                    member,
                                    reading.readingId(),
                                    anyDay().toString(),
                                    random.nextInt(99)));
        }

        private LocalDate anyDay() {
            return START.plusDays(random.nextInt(DAYS));
        }
    }

    /** Counts the slow way: a day at a time, from all facts known by then. */
    private static final class Recount {

        private final List<MemberFact> known = new ArrayList<>();

        Recount(List<KeptFact> facts, long until) {
            for (var fact : facts) {
                var type = MemberFact.classOf(fact.type());
                if (fact.position() <= until && type != null) {
                    known.add(JSON.readValue(fact.body(), type));
                }
            }
        }

        Employees employees(LocalDate day) {
            long sum = 0;
            int members = 0;
            int missing = 0;
            var ids = new TreeSet<String>();
            known.forEach(fact -> ids.add(fact.memberId()));
            for (var member : ids) {
                if (isMember(member, day)) {
                    members++;
                    long value = newest(member, day);
                    missing += value < 0 ? 1 : 0;
                    sum += Math.max(0, value);
                }
            }
            return new Employees(sum, members, missing);
        }

        private boolean isMember(String member, LocalDate day) {
            Map<Integer, LocalDate[]> periods = new TreeMap<>();
            for (var fact : known) {
                if (!fact.memberId().equals(member)) {
                    continue;
                }
                switch (fact) {
                    case MembershipBegan began ->
                            periods.put(
                                    began.period(),
                                    new LocalDate[] {began.firstDay(), LocalDate.MAX});
                    case MembershipEnded ended ->
                            periods.put(
                                    ended.period(),
                                    new LocalDate[] {ended.firstDay(), ended.lastDay()});
                    case MembershipAnnulled annulled -> periods.remove(annulled.period());
                    case HeadcountReported _ -> {}
                    case HeadcountCorrected _ -> {}
                }
            }
            return periods.values().stream()
                    .anyMatch(days -> !day.isBefore(days[0]) && !day.isAfter(days[1]));
        }

        private long newest(String member, LocalDate day) {
            LinkedHashMap<String, MemberFact.Reading> readings = new LinkedHashMap<>();
            for (var fact : known) {
                if (!fact.memberId().equals(member)) {
                    continue;
                }
                if (fact instanceof HeadcountReported reported) {
                    readings.putLast(reported.readingId(), reported.reading());
                } else if (fact instanceof HeadcountCorrected corrected) {
                    readings.putLast(corrected.readingId(), corrected.after());
                }
            }
            long newest = -1;
            var newestDay = LocalDate.MIN;
            for (var reading : readings.values()) {
                if (!reading.asOf().isAfter(day) && !reading.asOf().isBefore(newestDay)) {
                    newest = reading.value();
                    newestDay = reading.asOf();
                }
            }
            return newest;
        }
    }
}
