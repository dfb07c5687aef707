package io.samling.member.membership;

import static io.samling.member.Remembered.JOINED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.axonframework.test.matchers.Matchers.payloadsMatching;
import static org.axonframework.test.matchers.Matchers.predicate;

import io.samling.kernel.Claiming;
import io.samling.member.Remembered;
import io.samling.member.membership.MembershipCommand.Merge;
import io.samling.member.membership.MembershipEvent.MemberJoined;
import io.samling.member.membership.MembershipEvent.MemberLeft;
import io.samling.member.membership.MembershipEvent.MemberMerged;
import io.samling.member.membership.MembershipEvent.MemberReturned;
import io.samling.member.membership.MembershipEvent.PeriodAnnulled;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Whatever is asked in whatever order: periods never overlap, and the number is held or free. */
class RandomMembershipsTest {

    static final int STEPS = 25;

    @RepeatedTest(20)
    void keep_every_rule(RepetitionInfo repetition) {
        long seed = 20_261_123L + repetition.getCurrentRepetition();
        var random = new Random(seed);
        List<Object> history = new ArrayList<>(List.of(JOINED));
        for (int step = 0; step < STEPS; step++) {
            history.addAll(decided(history, command(random)));

            assertThat(periodsIn(history))
                    .as("seed %d: %s", seed, history)
                    .satisfies(RandomMembershipsTest::apart);
            assertThat(holdsNumber(history))
                    .as("seed %d: %s", seed, history)
                    .isEqualTo(!periodsIn(history).isEmpty());
        }
    }

    private static Object command(Random random) {
        var day = Remembered.NEW_YEAR_2015.plusDays(random.nextInt(40));
        return switch (random.nextInt(7)) {
            case 0, 1 -> MembershipFixture.leave(day);
            case 2, 3, 4 -> MembershipFixture.comeBack(day);
            case 5 -> new Merge(MembershipFixture.ACME, day, MembershipFixture.ABSORBER);
            default -> MembershipFixture.annul(random.nextBoolean() ? null : 1 + random.nextInt(4));
        };
    }

    private static List<Object> decided(List<Object> history, Object command) {
        var fixture = new AggregateTestFixture<>(Membership.class);
        fixture.registerInjectableResource((KnownMembers) _ -> true);
        List<Object> events = new ArrayList<>();
        fixture.given(history)
                .when(command)
                .expectEventsMatching(
                        payloadsMatching(predicate(payloads -> keep(payloads, events))));
        return events;
    }

    private static boolean keep(List<?> payloads, List<Object> events) {
        events.addAll(payloads);
        return true;
    }

    /** Counted anew, apart from the aggregate's own bookkeeping. */
    private static Map<Integer, Period> periodsIn(List<Object> history) {
        var periods = new TreeMap<Integer, Period>();
        for (var event : history) {
            switch ((MembershipEvent) event) {
                case MemberJoined e -> periods.put(1, Period.from(1, e.firstDay()));
                case MemberReturned e ->
                        periods.put(e.period(), Period.from(e.period(), e.firstDay()));
                case MemberLeft e -> end(periods, e.period(), e.lastDay());
                case MemberMerged e -> end(periods, e.period(), e.lastDay());
                case PeriodAnnulled e -> periods.remove(e.period());
            }
        }
        return periods;
    }

    private static void end(Map<Integer, Period> periods, int number, LocalDate lastDay) {
        var period = Objects.requireNonNull(periods.get(number));
        assertThat(period).matches(Period::isOpen);
        periods.put(number, Period.from(number, period.firstDay()).until(lastDay, "", null));
    }

    private static void apart(Map<Integer, Period> periods) {
        LocalDate free = LocalDate.MIN;
        for (var period : periods.values()) {
            assertThat(period.firstDay()).isAfterOrEqualTo(free);
            var lastDay = period.lastDay();
            free = lastDay == null ? LocalDate.MAX : lastDay.plusDays(1);
            assertThat(free).isAfter(period.firstDay());
        }
    }

    private static boolean holdsNumber(List<Object> history) {
        boolean held = false;
        for (var event : history) {
            if (event instanceof Claiming claiming) {
                for (var claim : claiming.claims()) {
                    assertThat(claim.taken()).isNotEqualTo(held);
                    held = claim.taken();
                }
            }
        }
        return held;
    }
}
