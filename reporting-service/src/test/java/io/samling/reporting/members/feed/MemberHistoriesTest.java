package io.samling.reporting.members.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.samling.contracts.LogPositions;
import io.samling.contracts.member.v1.MemberFact;
import io.samling.eventfeed.FeedEngine.Repaired;
import io.samling.eventfeed.KeptFact;
import io.samling.eventfeed.RunningFeed;
import io.samling.eventfeed.Span;
import io.samling.eventfeed.ToldLog;
import io.samling.eventfeed.ToldLog.Event;
import io.samling.eventfeed.ToldLog.Told;
import io.samling.reporting.members.MemberCounts;
import io.samling.reporting.members.MemberRows;
import io.samling.reporting.members.Recount;
import io.samling.testing.Patience;
import io.samling.testing.TestServers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** Random histories, delivered in random order and some facts twice, against a plain recount. */
class MemberHistoriesTest {

    private static final LocalDate START = LocalDate.of(2025, 1, 1);
    private static final int DAYS = 60;
    private static final String LOG = "0000abcd";

    static List<Long> seeds() {
        return new Random().longs(20).boxed().toList();
    }

    static List<Long> fewSeeds() {
        return seeds().subList(0, 2);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void count_as_a_plain_recount_does_on_every_day_as_known_at_every_position(long seed) {
        var history = history(seed);

        var rows = history.rows(disordered(history, seed));

        agree(rows, history.facts(), history.next());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("fewSeeds")
    void count_so_though_some_facts_could_not_be_read_until_the_end(long seed) {
        var history = history(seed);
        var facts = history.facts();
        var family = new LaterReader(unreadable(facts, seed));
        var database = TestServers.database();
        try (var log =
                        ToldLog.start(
                                TestServers.kafka(),
                                family.service(),
                                LOG,
                                List.of(family.topic()));
                var feed = RunningFeed.start(family, database)) {
            var told = tell(log, family, disordered(history, seed));

            var counted = family.counted(facts);
            agree(feed, told, counted, history.next());
            assertThat(feed.parked()).isEqualTo(facts.size() - counted.size());

            family.readsAll = true;
            // what answers may be ahead of what is stored, and that is what is repaired
            await().until(() -> feed.engine().repair().equals(new Repaired(0, 0)));
            await().until(() -> feed.parked() == 0);
            agree(feed, told, facts, history.next());
            try (var another = RunningFeed.start(family, database)) {
                agree(another, told, facts, history.next());
            }
        }
    }

    private static MemberHistory history(long seed) {
        var history = new MemberHistory();
        new Happenings(new Random(seed), history).happen(60);
        return history;
    }

    /** All facts, some of them twice. */
    private static List<KeptFact> disordered(MemberHistory history, long seed) {
        var facts = history.facts();
        var delivered = new ArrayList<>(facts);
        delivered.addAll(facts.subList(0, facts.size() / 3));
        Collections.shuffle(delivered, new Random(seed));
        return delivered;
    }

    private static Set<Long> unreadable(List<KeptFact> facts, long seed) {
        var random = new Random(seed);
        Set<Long> unreadable = new HashSet<>();
        for (int fact = 0; fact < 3; fact++) {
            unreadable.add(facts.get(random.nextInt(facts.size())).position());
        }
        return unreadable;
    }

    private static LogPositions tell(ToldLog log, LaterReader family, List<KeptFact> delivered) {
        int atOnce = 10;
        for (int from = 0; from < delivered.size(); from += atOnce) {
            var some = delivered.subList(from, Math.min(delivered.size(), from + atOnce));
            log.tellAt(
                    some.stream().map(KeptFact::position).toList(),
                    some.stream().map(fact -> event(family, fact)).toList());
        }
        return log.tell(Event.of()); // the first position that is told after all of them
    }

    private static Event event(LaterReader family, KeptFact fact) {
        return Event.of(new Told(family.topic(), fact.type(), fact.subject(), fact.body()));
    }

    private static void agree(
            RunningFeed running, LogPositions told, List<KeptFact> facts, long next) {
        var feed = running.engine().feed();
        feed.await(told, Patience.USUAL);
        var service = told.byService().firstKey();
        feed.read(
                service,
                MemberRows.class,
                rows -> {
                    agree(rows, facts, next);
                    return rows;
                });
    }

    private static void agree(MemberRows rows, List<KeptFact> facts, long next) {
        for (long known = -1; known < next; known++) {
            var recount = new Recount(MemberHistory.facts(facts, known));
            for (int day = -1; day <= DAYS; day += 3) {
                agree(rows, recount, START.plusDays(day), known);
            }
        }
    }

    private static void agree(MemberRows rows, Recount recount, LocalDate day, long known) {
        var employees = recount.employees(day);

        assertThat(MemberCounts.members(rows, Span.day(day), known)).isEqualTo(employees.members());
        assertThat(MemberCounts.employees(rows, Span.day(day), known)).isEqualTo(employees);
        assertThat(MemberCounts.lists(rows, Span.day(day), known))
                .containsExactly(
                        employees.members(),
                        employees.members() - employees.missing(),
                        employees.value());
    }

    /** Code that cannot read some facts, until it is mended. */
    private static final class LaterReader extends MemberFamily {

        private final String service = TestServers.unique("member");
        private final Set<Long> unreadable;
        private volatile boolean readsAll;

        LaterReader(Set<Long> unreadable) {
            super(JsonMapper.builder().build());
            this.unreadable = unreadable;
        }

        @Override
        public String service() {
            return service;
        }

        @Override
        public String topic() {
            return "samling." + service + ".facts.v1";
        }

        @Override
        public @Nullable MemberFact read(KeptFact fact) {
            if (!readsAll && unreadable.contains(fact.position())) {
                throw new IllegalArgumentException("of a shape that is not known yet");
            }
            return super.read(fact);
        }

        /** Those that count as long as it is not mended: each subject's up to the unreadable. */
        List<KeptFact> counted(List<KeptFact> facts) {
            Map<String, Long> until = new HashMap<>();
            for (var fact : facts) {
                if (unreadable.contains(fact.position())) {
                    until.merge(fact.subject(), fact.position(), Math::min);
                }
            }
            return facts.stream()
                    .filter(
                            fact ->
                                    fact.position()
                                            < until.getOrDefault(fact.subject(), Long.MAX_VALUE))
                    .toList();
        }
    }
}
