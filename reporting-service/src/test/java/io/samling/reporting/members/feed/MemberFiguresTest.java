package io.samling.reporting.members.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.samling.contracts.member.v1.MemberFact.HeadcountReported;
import io.samling.contracts.member.v1.MemberFact.Reading;
import io.samling.eventfeed.Derivation;
import io.samling.eventfeed.KeptFact;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class MemberFiguresTest {

    private static final String ACME = "acme";
    private static final String BETA = "beta";
    private static final String NEW_YEAR = "2025-01-01";

    private final MemberHistory history = new MemberHistory();

    @Test
    void a_member_counts_from_its_first_day() {
        history.joins(ACME, 1, NEW_YEAR);

        assertThat(history.members("2024-12-31")).isZero();
        assertThat(history.members(NEW_YEAR)).isOne();
    }

    @Test
    void and_on_its_last_day_but_not_after() {
        history.joins(ACME, 1, NEW_YEAR).leaves(ACME, 1, NEW_YEAR, "2025-06-30");

        assertThat(history.members("2025-06-30")).isOne();
        assertThat(history.members("2025-07-01")).isZero();
    }

    @Test
    void one_that_comes_back_is_one_member() {
        history.joins(ACME, 1, NEW_YEAR)
                .leaves(ACME, 1, NEW_YEAR, "2025-06-30")
                .joins(ACME, 2, "2025-09-01");

        assertThat(history.members("2025-08-31")).isZero();
        assertThat(history.members("2025-09-01")).isOne();
    }

    @Test
    void what_was_registered_in_error_never_counted_as_known_now() {
        history.joins(ACME, 1, NEW_YEAR);
        long before = history.next() - 1;
        history.isAnnulled(ACME, 1, NEW_YEAR);

        assertThat(history.members("2025-03-01")).isZero();
        assertThat(history.membersKnownAt(before, "2025-03-01")).isOne();
    }

    @Test
    void a_departure_learnt_late_changes_what_is_known_from_then_on() {
        history.joins(ACME, 1, NEW_YEAR).joins(BETA, 1, NEW_YEAR);
        long before = history.next() - 1;
        history.leaves(ACME, 1, NEW_YEAR, "2025-02-28");

        assertThat(history.membersKnownAt(before, "2025-03-01")).isEqualTo(2);
        assertThat(history.membersKnownAt(before + 1, "2025-03-01")).isOne();
    }

    @Nested
    class Of_two_members_that_merge {

        @Test
        void one_is_left_and_only_its_reading_counts() {
            history.joins(ACME, 1, NEW_YEAR)
                    .joins(BETA, 1, NEW_YEAR)
                    .reports(ACME, "r1", NEW_YEAR, 40)
                    .reports(BETA, "r2", NEW_YEAR, 60)
                    .merges(ACME, 1, NEW_YEAR, "2025-05-31", BETA);

            assertThat(history.members("2025-05-31")).isEqualTo(2);
            assertThat(history.employees("2025-05-31")).isEqualTo(100);
            assertThat(history.members("2025-06-01")).isOne();
            assertThat(history.employees("2025-06-01")).isEqualTo(60);
        }
    }

    @Nested
    class Of_employees {

        @Test
        void the_newest_reading_by_its_day_counts_whenever_it_became_known() {
            history.joins(ACME, 1, NEW_YEAR)
                    .reports(ACME, "r2", "2025-06-01", 50)
                    .reports(ACME, "r1", "2025-02-01", 40);

            assertThat(history.employees("2025-01-31")).isZero();
            assertThat(history.employees("2025-05-31")).isEqualTo(40);
            assertThat(history.employees("2025-06-01")).isEqualTo(50);
        }

        @Test
        void of_two_readings_of_a_day_the_one_known_later_counts() {
            history.joins(ACME, 1, NEW_YEAR)
                    .reports(ACME, "r1", "2025-02-01", 40)
                    .reports(ACME, "r2", "2025-02-01", 41)
                    .corrects(ACME, "r1", "2025-02-01", 42);

            assertThat(history.employeesKnownAt(1, "2025-02-01")).isEqualTo(40);
            assertThat(history.employeesKnownAt(2, "2025-02-01")).isEqualTo(41);
            assertThat(history.employeesKnownAt(3, "2025-02-01")).isEqualTo(42);
        }

        @Test
        void a_reading_from_before_a_come_back_still_counts() {
            history.joins(ACME, 1, NEW_YEAR)
                    .reports(ACME, "r1", NEW_YEAR, 40)
                    .leaves(ACME, 1, NEW_YEAR, "2025-06-30")
                    .joins(ACME, 2, "2025-09-01");

            assertThat(history.employees("2025-08-01")).isZero();
            assertThat(history.employees("2025-09-01")).isEqualTo(40);
        }

        @Test
        void other_measures_and_scopes_are_never_mixed_in() {
            var group = new Reading("HEADCOUNT", "GROUP", LocalDate.parse(NEW_YEAR), 9000, "SCB");
            history.joins(ACME, 1, NEW_YEAR).then(new HeadcountReported(ACME, "r1", group));

            assertThat(history.employees(NEW_YEAR)).isZero();
            assertThat(history.missing(NEW_YEAR)).isOne();
        }

        @Test
        void who_never_reported_is_missing() {
            history.joins(ACME, 1, NEW_YEAR)
                    .joins(BETA, 1, NEW_YEAR)
                    .reports(ACME, "r1", NEW_YEAR, 40);

            assertThat(history.missing(NEW_YEAR)).isOne();
        }
    }

    @Nested
    class A_fact {

        private final MemberFamily family = new MemberFamily(JsonMapper.builder().build());

        @Test
        void of_a_type_not_known_yet_is_left_aside() {
            var facts = new ArrayList<>(history.joins(ACME, 1, NEW_YEAR).facts());
            facts.add(
                    Derivation.fact(
                            family, 1, "io.samling.member.membership-began.v2", ACME, "later"));

            assertThat(Derivation.rows(family, facts)).hasSize(1);
        }

        @Test
        void with_a_field_not_known_yet_is_read_all_the_same() {
            var began = history.joins(ACME, 1, NEW_YEAR).facts().getFirst();
            var body = began.body().replaceFirst("\\{", "{\"later\":[1],");

            assertThat(Derivation.rows(family, List.of(with(began, body)))).hasSize(1);
        }

        @Test
        void that_lacks_what_it_needs_is_parked() {
            var began = history.joins(ACME, 1, NEW_YEAR).facts().getFirst();
            var body = began.body().replace("\"kind\":\"COMPANY\",", "");

            assertThat(Derivation.parked(family, List.of(with(began, body)))).isOne();
        }

        private static KeptFact with(KeptFact fact, String body) {
            return new KeptFact(
                    fact.service(),
                    fact.logId(),
                    fact.position(),
                    fact.ordinal(),
                    fact.topic(),
                    fact.type(),
                    fact.subject(),
                    fact.recorded(),
                    body);
        }
    }
}
