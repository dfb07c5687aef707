package io.samling.reporting.members.feed;

import io.samling.contracts.member.v1.MemberFact.HeadcountReported;
import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Makes members join, leave, come back, be annulled and report at random. */
final class Happenings {

    private static final LocalDate START = LocalDate.of(2025, 1, 1);
    private static final int DAYS = 60;
    private static final JsonMapper JSON = JsonMapper.builder().build();

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

    private void joinOrEnd(String member, @Nullable LocalDate since) {
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
