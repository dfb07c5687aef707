package io.samling.member.roll;

import static io.samling.member.Remembered.ACME;
import static io.samling.member.Remembered.ANNULLED;
import static io.samling.member.Remembered.BOLT;
import static io.samling.member.Remembered.CORRECTED;
import static io.samling.member.Remembered.JOINED;
import static io.samling.member.Remembered.LAST_DAY_OF_2017;
import static io.samling.member.Remembered.LEFT;
import static io.samling.member.Remembered.MERGED;
import static io.samling.member.Remembered.NEW_YEAR_2015;
import static io.samling.member.Remembered.NUMBER;
import static io.samling.member.Remembered.READING;
import static io.samling.member.Remembered.REPORTED;
import static io.samling.member.Remembered.RETURNED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.samling.eventstore.LogIdentity;
import io.samling.eventstore.view.Changes;
import io.samling.eventstore.view.EventNotShown;
import io.samling.eventstore.view.View;
import io.samling.member.headcount.HeadcountEvent;
import io.samling.member.membership.MembershipEvent;
import io.samling.member.membership.MembershipEvent.MemberJoined;
import io.samling.member.membership.MembershipEvent.MemberLeft;
import io.samling.member.roll.RollEntry.RollPeriod;
import io.samling.member.roll.RollEntry.RollReading;
import io.samling.member.roll.RollEntry.RollReading.Earlier;
import io.samling.testing.TestServers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RollTest {

    static final List<Object> HISTORY =
            List.of(JOINED, REPORTED, LEFT, RETURNED, CORRECTED, MERGED);

    final MongoClient mongo = MongoClients.create(TestServers.mongodb());
    final View view =
            new RollConfiguration()
                    .rollView(
                            mongo.getDatabase(TestServers.database()),
                            new LogIdentity("member", "7f3a91c2"));
    final Roll roll = new Roll(view);

    private long position;

    @AfterEach
    void close() {
        mongo.close();
    }

    @Test
    void shows_a_member_with_its_periods_and_readings() {
        tell(HISTORY);

        assertThat(roll.find(ACME)).isEqualTo(acme());
        assertThat(roll.find(BOLT)).isNull();
    }

    @Test
    void is_not_changed_by_events_delivered_again() {
        tell(HISTORY);

        position = 0;
        tell(HISTORY);

        assertThat(roll.find(ACME)).isEqualTo(acme());
        assertThat(roll.reached()).hasToString("member:7f3a91c2:5");
    }

    @Test
    void is_not_changed_by_some_events_delivered_again() {
        tell(HISTORY);

        position = 2;
        tell(List.of(LEFT, RETURNED));

        assertThat(roll.find(ACME)).isEqualTo(acme());
        assertThat(roll.reached()).hasToString("member:7f3a91c2:5");
    }

    @Test
    void is_the_same_event_by_event_as_in_one_batch() {
        HISTORY.forEach(event -> tell(List.of(event)));

        assertThat(roll.find(ACME)).isEqualTo(acme());
        assertThat(roll.reached()).hasToString("member:7f3a91c2:5");
    }

    @Test
    void forgets_everything_to_be_rebuilt() {
        tell(HISTORY);

        view.beginAnew();

        assertThat(roll.find(ACME)).isNull();
        assertThat(roll.reached().position()).isEqualTo(-1);
        position = 0;
        tell(HISTORY);
        assertThat(roll.find(ACME)).isEqualTo(acme());
    }

    @Test
    void does_not_swallow_an_event_about_nobody() {
        assertThatExceptionOfType(EventNotShown.class)
                .isThrownBy(() -> tell(List.of(REPORTED)))
                .withMessageContaining(ACME);
    }

    @Test
    void does_not_list_one_whose_only_period_was_annulled() {
        tell(List.of(JOINED, ANNULLED));

        assertThat(names(null, null, null)).isEmpty();
        var entry = Objects.requireNonNull(roll.find(ACME));
        assertThat(entry.periods()).isEmpty();
    }

    @Nested
    class Lists {

        @Test
        void members_in_swedish_order_page_by_page() {
            join("Östra Verk", "1060");
            join("acme", "1060");
            join("Ärla Svets", "1060");
            join("Ånga AB", "1060");
            join("Zeta", "1060");
            join("Éclair", "1060");

            assertThat(names(null, null, null))
                    .containsExactly(
                            "acme", "Éclair", "Zeta", "Ånga AB", "Ärla Svets", "Östra Verk");
            assertThat(pages(4)).containsExactly(4, 2);
            assertThat(pages(3)).containsExactly(3, 3);
            assertThat(pages(6)).containsExactly(6);
        }

        @Test
        void members_of_a_municipality_by_the_beginning_of_their_names() {
            join("Acme Olofström", "1060");
            join("Acme Tingsryd", "0763");
            join("Acne", "0763");
            join("Bolt", "0763");

            assertThat(names(null, "0763", "ac")).containsExactly("Acme Tingsryd", "Acne");
            assertThat(names(null, null, "ACM")).hasSize(2);
            assertThat(names(null, "1060", "b")).isEmpty();
        }

        @Test
        void those_who_are_members_on_a_day() {
            tell(List.of(JOINED, LEFT, RETURNED, MERGED));

            assertThat(names(NEW_YEAR_2015.minusDays(1), null, null)).isEmpty();
            assertThat(names(NEW_YEAR_2015, null, null)).hasSize(1);
            assertThat(names(LAST_DAY_OF_2017, null, null)).hasSize(1);
            assertThat(names(LAST_DAY_OF_2017.plusDays(1), null, null)).isEmpty();
            assertThat(names(RETURNED.firstDay(), null, null)).hasSize(1);
            assertThat(names(MERGED.lastDay().plusDays(1), null, null)).isEmpty();
        }

        @Test
        void a_full_page_though_most_left_long_ago() {
            for (int count = 0; count < 60; count++) {
                var id = join("Gone %02d".formatted(count), "1060");
                tell(List.of(new MemberLeft(id, 1, NEW_YEAR_2015, NEW_YEAR_2015, "OTHER")));
            }
            join("Here 1", "1060");
            join("Here 2", "1060");
            join("Here 3", "1060");

            var part = roll.list(new RollQuery(LAST_DAY_OF_2017, null, null, null), 2);

            assertThat(part.entries())
                    .extracting(RollEntry::name)
                    .containsExactly("Here 1", "Here 2");
            assertThat(part.next()).isNotNull();
        }

        @Test
        void one_by_its_number_in_any_spelling() {
            tell(List.of(JOINED));

            assertThat(names(null, null, "499900-0005")).containsExactly("Acme AB");
            assertThat(names(null, "0763", "499900-0005")).isEmpty();
            assertThat(names(null, null, "499900-0013")).isEmpty();
        }

        private List<Integer> pages(int size) {
            List<Integer> sizes = new ArrayList<>();
            Roll.@Nullable Part part = null;
            do {
                var after = part == null ? null : part.next();
                part = roll.list(new RollQuery(null, null, null, after), size);
                sizes.add(part.entries().size());
            } while (part.next() != null);
            return sizes;
        }

        private String join(String name, String municipality) {
            var id = UUID.randomUUID().toString();
            tell(
                    List.of(
                            new MemberJoined(
                                    id,
                                    1,
                                    NUMBER,
                                    name,
                                    "COMPANY",
                                    municipality,
                                    NEW_YEAR_2015,
                                    true)));
            return id;
        }
    }

    private List<String> names(
            @Nullable LocalDate asOf, @Nullable String municipality, @Nullable String text) {
        var query = new RollQuery(asOf, municipality, text, null);
        return roll.list(query, 50).entries().stream().map(RollEntry::name).toList();
    }

    private void tell(List<Object> events) {
        var batch = new Changes();
        for (var event : events) {
            batch.at(position);
            switch (event) {
                case MembershipEvent e -> roll.on(e, position, batch);
                case HeadcountEvent e -> roll.on(e, batch);
                default -> throw new AssertionError(event);
            }
            position++;
        }
        view.write(batch);
    }

    private static RollEntry acme() {
        return new RollEntry(
                ACME,
                NUMBER,
                "Acme Svets AB",
                "COMPANY",
                "0763",
                true,
                List.of(
                        new RollPeriod(1, NEW_YEAR_2015, LAST_DAY_OF_2017, "RESIGNED", null),
                        new RollPeriod(2, RETURNED.firstDay(), MERGED.lastDay(), "MERGED", BOLT)),
                List.of(
                        new RollReading(
                                READING,
                                "FTE",
                                "SITE",
                                LAST_DAY_OF_2017,
                                3850,
                                "ANNUAL_REPORT",
                                List.of(
                                        new Earlier(
                                                "HEADCOUNT",
                                                "SITE",
                                                LAST_DAY_OF_2017,
                                                40,
                                                "MEMBER")))),
                5);
    }
}
