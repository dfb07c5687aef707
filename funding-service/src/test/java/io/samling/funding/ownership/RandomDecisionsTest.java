package io.samling.funding.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import io.samling.funding.ownership.ShareRegisterCommand.IssueShares;
import io.samling.funding.ownership.ShareRegisterCommand.RedeemShares;
import io.samling.funding.ownership.ShareRegisterCommand.TransferShares;
import io.samling.funding.ownership.ShareRegisterEvent.HolderEntered;
import io.samling.funding.ownership.ShareRegisterEvent.RegisterOpened;
import io.samling.kernel.PartialDate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random commands, allowed and not, against a register that keeps every share by itself: both say
 * yes and no to the same. The seed is in the name.
 */
class RandomDecisionsTest {

    static final int REGISTERS = 8;
    static final int COMMANDS = 60;
    static final LocalDate BEGINNING = LocalDate.of(2021, 7, 1);
    static final ShareRegisterId REGISTER = new ShareRegisterId(new UUID(0x4000, 1));
    static final List<HolderId> HOLDERS = List.of(holder(1), holder(2), holder(3));

    static List<Long> seeds() {
        var chosen = Long.getLong("samling.seed");
        if (chosen != null) {
            return List.of(chosen);
        }
        return new Random().longs(REGISTERS).boxed().toList();
    }

    @ParameterizedTest(name = "-Dsamling.seed={0}")
    @MethodSource("seeds")
    void are_those_of_single_shares(long seed) {
        var random = new Random(seed);
        var shares = new SingleShares();
        var past = new ArrayList<Object>(opening());
        int allowed = 0;
        for (int count = 0; count < COMMANDS; count++) {
            var command = anyCommand(random, shares.size());

            if (shares.allow(command)) {
                past.add(decided(past, command));
                shares.take(command);
                allowed++;
            } else {
                refused(past, command);
            }
        }
        assertThat(allowed).isBetween(5, COMMANDS - 5);
    }

    /** The only event, or a failure of the test. */
    private static Object decided(List<Object> past, ShareRegisterCommand command) {
        var fixture = new AggregateTestFixture<>(ShareRegister.class);
        var decided = new ArrayList<Object>();
        fixture.given(past).when(command).expectSuccessfulHandlerExecution();
        fixture.getEventStore()
                .readEvents(REGISTER.toString(), past.size())
                .asStream()
                .forEach(it -> decided.add(it.getPayload()));
        assertThat(decided).as("events of %s", command).hasSize(1);
        return decided.getFirst();
    }

    private static void refused(List<Object> past, ShareRegisterCommand command) {
        new AggregateTestFixture<>(ShareRegister.class)
                .given(past)
                .when(command)
                .expectNoEvents()
                .expectException(OwnershipRefused.class);
    }

    private static List<Object> opening() {
        var register = REGISTER.value().toString();
        List<Object> events = new ArrayList<>();
        events.add(new RegisterOpened(register, "Exempelbolaget AB", null, true));
        for (var holder : HOLDERS) {
            events.add(new HolderEntered(register, holder.text(), "Ägare", null));
        }
        return events;
    }

    private static ShareRegisterCommand anyCommand(Random random, int size) {
        var entry = new UUID(random.nextLong(), random.nextLong());
        var day = PartialDate.of(BEGINNING.plusDays(random.nextInt(40)));
        var holder = HOLDERS.get(random.nextInt(HOLDERS.size()));
        if (size == 0 || random.nextInt(6) == 0) {
            int count = random.nextInt(12);
            return new IssueShares(REGISTER, entry, count, holder, ShareClass.DEFAULT, null, day);
        }
        int first = 1 + random.nextInt(size);
        var numbers = new ShareNumbers(first, first + random.nextInt(5));
        var other = HOLDERS.get(random.nextInt(HOLDERS.size()));
        return random.nextInt(5) == 0
                ? new RedeemShares(REGISTER, entry, numbers, holder, day)
                : new TransferShares(REGISTER, entry, numbers, holder, other, day);
    }

    private static HolderId holder(int number) {
        return new HolderId(new UUID(0x4000, number));
    }

    /** A register that keeps every share by itself. */
    private static final class SingleShares {

        private record Share(@Nullable HolderId holder, LocalDate since) {}

        private final List<Share> shares = new ArrayList<>();

        int size() {
            return shares.size();
        }

        boolean allow(ShareRegisterCommand command) {
            return switch (command) {
                case IssueShares it -> it.count() > 0;
                case TransferShares it ->
                        !it.from().equals(it.to()) && mayLeave(it.shares(), it.from(), it.day());
                case RedeemShares it -> mayLeave(it.shares(), it.holder(), it.day());
                case ShareRegisterCommand.OpenRegister _, ShareRegisterCommand.EnterHolder _ ->
                        throw new IllegalArgumentException();
            };
        }

        void take(ShareRegisterCommand command) {
            switch (command) {
                case IssueShares it -> {
                    for (long count = 0; count < it.count(); count++) {
                        shares.add(new Share(it.holder(), it.day().firstDay()));
                    }
                }
                case TransferShares it -> give(it.shares(), it.to(), it.day());
                case RedeemShares it -> give(it.shares(), null, it.day());
                case ShareRegisterCommand.OpenRegister _, ShareRegisterCommand.EnterHolder _ ->
                        throw new IllegalArgumentException();
            }
        }

        private boolean mayLeave(ShareNumbers numbers, HolderId holder, PartialDate day) {
            if (numbers.last() > shares.size()) {
                return false;
            }
            for (long number = numbers.first(); number <= numbers.last(); number++) {
                var share = shares.get((int) number - 1);
                if (!holder.equals(share.holder()) || day.firstDay().isBefore(share.since())) {
                    return false;
                }
            }
            return true;
        }

        private void give(ShareNumbers numbers, @Nullable HolderId holder, PartialDate day) {
            for (long number = numbers.first(); number <= numbers.last(); number++) {
                shares.set((int) number - 1, new Share(holder, day.firstDay()));
            }
        }
    }
}
