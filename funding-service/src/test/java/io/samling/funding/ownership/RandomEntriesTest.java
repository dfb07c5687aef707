package io.samling.funding.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import io.samling.funding.ownership.ShareRegisterEvent.SharesIssued;
import io.samling.funding.ownership.ShareRegisterEvent.SharesRedeemed;
import io.samling.funding.ownership.ShareRegisterEvent.SharesTransferred;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random entries against a register that keeps every share by itself; the seed is in the name. */
class RandomEntriesTest {

    static final int REGISTERS = 100;
    static final int ENTRIES = 80;
    static final List<String> HOLDERS = List.of("region", "karlshamn", "ronneby", "olofström");

    static List<Long> seeds() {
        var chosen = Long.getLong("samling.seed");
        if (chosen != null) {
            return List.of(chosen);
        }
        return new Random().longs(REGISTERS).boxed().toList();
    }

    @ParameterizedTest(name = "-Dsamling.seed={0}")
    @MethodSource("seeds")
    void ranges_say_the_same_as_single_shares(long seed) {
        var entries = new RandomEntries(new Random(seed));
        var holdings = new Holdings();
        for (int count = 0; count < ENTRIES; count++) {
            holdings.evolve(entries.next());

            assertThat(sharesOf(holdings)).isEqualTo(entries.shares);
        }
    }

    /** Every share by itself; fails where a number is missing or there twice. */
    static List<Share> sharesOf(Holdings holdings) {
        List<Share> shares = new ArrayList<>();
        for (var holding : holdings.all()) {
            assertThat(holding.shares().first()).isEqualTo(shares.size() + 1);
            for (long count = 0; count < holding.shares().count(); count++) {
                shares.add(new Share(holding.holderId(), holding.shareClass(), holding.since()));
            }
        }
        return shares;
    }

    record Share(@Nullable String holder, String shareClass, String since) {}

    /** Makes entries that the rules allow, and keeps the register as one list of shares. */
    static final class RandomEntries {

        final List<Share> shares = new ArrayList<>();
        private final Random random;
        private LocalDate day = LocalDate.of(2021, 7, 1);

        RandomEntries(Random random) {
            this.random = random;
        }

        ShareRegisterEvent next() {
            day = day.plusDays(random.nextInt(3));
            if (shares.isEmpty() || random.nextInt(5) == 0) {
                return issue();
            }
            int first = random.nextInt(shares.size());
            var holder = shares.get(first).holder();
            if (holder == null) {
                return issue();
            }
            int last = endOfRunOf(holder, first);
            return random.nextInt(6) == 0
                    ? redeem(first, last, holder)
                    : transfer(first, last, holder);
        }

        private SharesIssued issue() {
            int count = 1 + random.nextInt(40);
            var shareClass = random.nextBoolean() ? "A" : "B";
            var holder = anyHolder();
            long first = shares.size() + 1L;
            for (int each = 0; each < count; each++) {
                shares.add(new Share(holder, shareClass, day.toString()));
            }
            return new SharesIssued(
                    "r", "e", first, shares.size(), holder, shareClass, 1, day.toString());
        }

        private SharesTransferred transfer(int first, int last, String from) {
            var to = anyHolder();
            set(first, last, to);
            return new SharesTransferred("r", "e", first + 1L, last + 1L, from, to, day.toString());
        }

        private SharesRedeemed redeem(int first, int last, String holder) {
            set(first, last, null);
            return new SharesRedeemed("r", "e", first + 1L, last + 1L, holder, day.toString());
        }

        private void set(int first, int last, @Nullable String holder) {
            for (int index = first; index <= last; index++) {
                var shareClass = shares.get(index).shareClass();
                shares.set(index, new Share(holder, shareClass, day.toString()));
            }
        }

        private int endOfRunOf(String holder, int first) {
            int last = first;
            int most = random.nextInt(30);
            while (last + 1 < shares.size()
                    && last - first < most
                    && holder.equals(shares.get(last + 1).holder())) {
                last++;
            }
            return last;
        }

        private String anyHolder() {
            return HOLDERS.get(random.nextInt(HOLDERS.size()));
        }
    }
}
