package io.samling.reporting.owners.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.samling.contracts.ownership.v1.OwnershipFact;
import io.samling.contracts.ownership.v1.OwnershipFact.HolderEntered;
import io.samling.contracts.ownership.v1.OwnershipFact.Range;
import io.samling.contracts.ownership.v1.OwnershipFact.RegisterOpened;
import io.samling.contracts.ownership.v1.OwnershipFact.SharesIssued;
import io.samling.contracts.ownership.v1.OwnershipFact.SharesRedeemed;
import io.samling.contracts.ownership.v1.OwnershipFact.SharesTransferred;
import io.samling.eventfeed.Derivation;
import io.samling.eventfeed.KeptFact;
import io.samling.reporting.owners.HeldShares;
import io.samling.reporting.owners.OwnerRows;
import io.samling.reporting.owners.Owners;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class OwnersTest {

    private static final String REGISTER = "register";
    private static final long NOW = Long.MAX_VALUE - 1;
    private static final LocalDate START = LocalDate.of(2021, 10, 1);

    private final OwnershipFamily family = new OwnershipFamily(JsonMapper.builder().build());
    private final List<KeptFact> facts = new ArrayList<>();

    @Test
    void a_transfer_leaves_the_seller_what_lies_around_it() {
        tell(issued(1, 400, "ab", 1, START), moved(101, 150, "ab", "kommun", START.plusDays(9)));

        var ranges = Owners.ranges(rows(), START.plusDays(9), NOW);

        assertThat(ranges)
                .extracting(HeldShares::first, HeldShares::last, HeldShares::holderId)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1L, 100L, "ab"),
                        org.assertj.core.groups.Tuple.tuple(101L, 150L, "kommun"),
                        org.assertj.core.groups.Tuple.tuple(151L, 400L, "ab"));
        assertThat(on(START.plusDays(8))).containsOnlyKeys("ab");
    }

    @Test
    void what_is_redeemed_is_nobodys() {
        tell(
                issued(1, 100, "ab", 10, START),
                new SharesRedeemed(REGISTER, "e", new Range(91, 100), "ab", "2022"));

        assertThat(on(LocalDate.of(2022, 12, 30))).containsEntry("ab", List.of(100L, 1000L));
        assertThat(on(LocalDate.of(2022, 12, 31))).containsEntry("ab", List.of(90L, 900L));
    }

    @Test
    void a_transfer_entered_later_was_not_known_before() {
        tell(issued(1, 10, "ab", 1, START), moved(1, 10, "ab", "region", START.plusDays(1)));

        assertThat(Owners.of(rows(), START.plusDays(5), 0)).containsOnlyKeys("ab");
        assertThat(Owners.of(rows(), START.plusDays(5), 1)).containsOnlyKeys("region");
    }

    @Test
    void shares_that_the_seller_does_not_have_are_parked() {
        tell(issued(1, 10, "ab", 1, START), moved(5, 11, "ab", "region", START));

        assertThat(Derivation.parked(family, facts)).isOne();
    }

    @Test
    void rows_survive_being_stored() {
        tell(
                new RegisterOpened(REGISTER, "Bolaget AB", "4999000005", true),
                new HolderEntered(REGISTER, "ab", "Kommunen", null),
                issued(1, 10, "ab", 1, START));

        for (var row : Derivation.rows(family, facts)) {
            assertThat(Derivation.stored(family, row.span().value())).isEqualTo(row.span().value());
        }
    }

    static List<Long> seeds() {
        return new Random().longs(30).boxed().toList();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void shares_and_votes_are_those_of_a_count_share_by_share(long seed) {
        var happenings = new Happenings(new Random(seed));
        happenings.happen();

        var rows = rows();

        for (int day = 0; day < 60; day += 7) {
            assertThat(Owners.of(rows, START.plusDays(day), NOW)).isEqualTo(happenings.on(day));
        }
    }

    /** Issues, transfers and redeems at random, and counts share by share. */
    private final class Happenings {

        private static final int MOST = 200;

        private final Random random;
        private final List<String[]> days = new ArrayList<>();
        private String[] holders = new String[0];

        Happenings(Random random) {
            this.random = random;
        }

        void happen() {
            for (int day = 0; day < 60; day++) {
                if (holders.length < MOST && random.nextInt(4) == 0) {
                    issue(day);
                } else if (holders.length > 0) {
                    move(day);
                }
                days.add(holders.clone());
            }
        }

        private void issue(int day) {
            int first = holders.length + 1;
            var holder = "h" + random.nextInt(4);
            holders = Arrays.copyOf(holders, holders.length + 1 + random.nextInt(40));
            Arrays.fill(holders, first - 1, holders.length, holder);
            tell(issued(first, holders.length, holder, 2, START.plusDays(day)));
        }

        private void move(int day) {
            int first = random.nextInt(holders.length);
            var seller = holders[first];
            int last = first;
            while (last + 1 < holders.length
                    && holders[last + 1].equals(seller)
                    && random.nextInt(10) > 0) {
                last++;
            }
            if (seller.isEmpty()) {
                return;
            }
            boolean redeemed = random.nextInt(5) == 0;
            var buyer = redeemed ? "" : "h" + random.nextInt(4);
            Arrays.fill(holders, first, last + 1, buyer);
            var since = START.plusDays(day);
            var range = new Range(first + 1L, last + 1L);
            tell(
                    redeemed
                            ? new SharesRedeemed(REGISTER, "e", range, seller, since.toString())
                            : moved(first + 1L, last + 1L, seller, buyer, since));
        }

        Map<String, List<Long>> on(int day) {
            Map<String, List<Long>> owners = new TreeMap<>();
            for (var holder : days.get(day)) {
                if (!holder.isEmpty()) {
                    var before = owners.getOrDefault(holder, List.of(0L, 0L));
                    owners.put(holder, List.of(before.get(0) + 1, before.get(1) + 2));
                }
            }
            return owners;
        }
    }

    private Map<String, List<Long>> on(LocalDate day) {
        return Owners.of(rows(), day, NOW);
    }

    private OwnerRows rows() {
        var rows = family.emptyRows();
        rows.replace(REGISTER, Derivation.rows(family, facts));
        return rows;
    }

    private void tell(OwnershipFact... told) {
        for (var fact : told) {
            facts.add(
                    Derivation.fact(
                            family,
                            facts.size(),
                            OwnershipFact.typeOf(fact),
                            fact.registerId(),
                            fact));
        }
    }

    private static SharesIssued issued(
            long first, long last, String holder, int votes, LocalDate day) {
        return new SharesIssued(
                REGISTER, "e", new Range(first, last), holder, "A", votes, day.toString());
    }

    private static SharesTransferred moved(
            long first, long last, String from, String to, LocalDate day) {
        return new SharesTransferred(
                REGISTER, "e", new Range(first, last), from, to, day.toString());
    }
}
