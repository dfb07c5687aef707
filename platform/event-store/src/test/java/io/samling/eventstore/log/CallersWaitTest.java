package io.samling.eventstore.log;

import static io.samling.eventstore.log.TestLogs.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.samling.kernel.Claiming.Claim;
import io.samling.kernel.Unavailable;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A caller's patience is one, however often is tried to record what it wants recorded. */
class CallersWaitTest {

    static final Claim TAKE = Claim.take("organisationsnummer", "5560360793");
    static final Claim FREE = Claim.free("organisationsnummer", "5560360793");

    final TestLogs logs = new TestLogs();
    final Asked asked = new Asked();

    @AfterEach
    void close() {
        logs.close();
    }

    @Test
    void is_not_longer_where_a_claim_was_taken_and_the_next_is_tried() {
        logs.open().append(List.of(event("first-holder", 0)), List.of(TAKE, FREE), null);
        var log = logs.openHeard(asked);
        var wait = new CallersWait(untilWhoHoldsItIsLookedUp());

        assertNothingDone(() -> log.append(List.of(event("next", 0)), List.of(TAKE), null, wait));
        assertThat(asked.named("insert")).hasSize(1);
        assertThat(logs.events()).extracting(StoredEvent::stream).containsExactly("first-holder");
    }

    /** A moment until then, and a day from then on. */
    private LongSupplier untilWhoHoldsItIsLookedUp() {
        var caller = Thread.currentThread().getName();
        var before = readsOf(caller);
        return () -> readsOf(caller) == before ? 0 : Duration.ofDays(1).toNanos();
    }

    private long readsOf(String thread) {
        return asked.named("find").stream().filter(read -> read.thread().equals(thread)).count();
    }

    @Test
    void is_over_before_anything_is_tried_for_who_has_waited_elsewhere() {
        var log = logs.openHeard(asked);
        var wait = TestLogs.waiting(AppendLimits.USUAL.patience());

        assertNothingDone(() -> log.append(List.of(event("a", 0)), List.of(), null, wait));
        assertThat(asked.named("insert")).isEmpty();
    }

    private static void assertNothingDone(ThrowingCallable append) {
        assertThatThrownBy(append)
                .isInstanceOfSatisfying(
                        Unavailable.class,
                        reason ->
                                assertThat(reason.kind()).isEqualTo(Unavailable.Kind.NOTHING_DONE));
    }
}
