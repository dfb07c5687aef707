package io.samling.eventrelay;

import static io.samling.eventrelay.RelayFixture.joined;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.samling.contracts.Topics;
import io.samling.eventrelay.RelayStatus.State;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A log is told again from a position on, because somebody wishes it. */
class RewindTest {

    final RelayFixture member = new RelayFixture(OwnBroker.emptied());

    @AfterEach
    void stop() {
        member.close();
    }

    @Test
    void tells_again_and_never_lowers_a_mark() {
        member.log.record(joined(0, 150));
        var relay = member.start("one");
        member.awaitTold(149);
        var before = member.told.newestMark();

        relay.rewindTo(10);
        await().until(() -> member.told.ids().size() == 150 + 140);
        member.awaitTold(149);

        assertThat(member.told.marks()).extracting("position", Long.class).isSorted();
        var once = before.offsets().getOrDefault(Topics.MEMBER_FACTS, List.of());
        assertThat(member.told.newestMark().offsets().get(Topics.MEMBER_FACTS))
                .zipSatisfy(once, (now, then) -> assertThat(now).isGreaterThanOrEqualTo(then));
    }

    @Test
    void wished_while_the_broker_is_away_outlasts_a_restart() {
        member.log.record(joined(0, 30));
        member.start("one");
        member.awaitTold(29);
        member.close();
        try (var away = member.withoutBroker()) {
            var waiting = away.start("one");
            RelayFixture.awaitState(waiting, State.WAITING);
            waiting.rewindTo(0);
        }
        member.start("one");

        await().until(() -> member.told.ids().size() == 30 + 30);
    }

    @Test
    void wished_before_the_relay_has_found_out_where_to_go_on_outlasts_a_restart() {
        member.log.record(joined(0, 30));
        member.start("one");
        member.awaitTold(29);
        member.close();

        member.beginning("one").rewindTo(10);
        member.start("one");

        await().until(() -> member.told.ids().size() == 30 + 20);
    }

    @Test
    void wished_of_another_instance_than_the_one_that_relays_is_refused() {
        member.log.record(joined(0, 3));
        member.start("one");
        member.awaitTold(2);

        assertThatThrownBy(() -> member.beginning("two").rewindTo(0))
                .isInstanceOf(RewindRefused.class)
                .hasMessageContaining("Another instance relays");
    }

    @Test
    void leaves_nothing_out_where_the_broker_has_lost_what_was_told() {
        member.log.record(joined(0, 30));
        member.start("one");
        member.awaitTold(29);
        member.close();
        member.told.forgetEverything();

        var again = member.beginning("one");
        again.rewindTo(10);
        again.start();
        member.awaitTold(29);

        assertThat(member.told.ids()).containsExactlyInAnyOrderElementsOf(member.idsOf(0, 30));
    }

    @Test
    void to_what_has_not_been_told_is_refused() {
        member.log.record(joined(1));
        var relay = member.start("one");
        member.awaitTold(0);

        assertThatThrownBy(() -> relay.rewindTo(2)).isInstanceOf(RewindRefused.class);
    }
}
