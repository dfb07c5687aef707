package io.samling.eventrelay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.samling.contracts.ProgressMark;
import io.samling.contracts.Topics;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StartingPointTest {

    static final String LOG = "7f3a91c2";
    static final long HEAD = 99;
    static final Map<String, List<Long>> ENDS = Map.of(Topics.MEMBER_FACTS, List.of(10L, 20L));

    static final ProgressMark OF_ANOTHER_LOG =
            new ProgressMark("member", "0b55e8d4", 500, Instant.MAX, Map.of());

    @Test
    void without_a_mark_is_the_first_event() {
        assertThat(start(null, null).after()).isEqualTo(-1);
        assertThat(start(null, null).remark()).isNull();
    }

    @Test
    void without_a_mark_though_something_was_told_is_remarkable() {
        var start = start(null, 40L);

        assertThat(start.after()).isEqualTo(-1);
        assertThat(start.remark()).contains("no progress mark").contains("position 40");
    }

    @Test
    void is_after_the_newest_mark() {
        assertThat(start(at(40), 40L)).isEqualTo(new StartingPoint(40, at(40), null));
        assertThat(start(at(40), null).after()).isEqualTo(40);
    }

    @Test
    void is_after_a_mark_that_fell_behind_what_was_noted_and_that_is_remarkable() {
        var start = start(at(40), 60L);

        assertThat(start.after()).isEqualTo(40);
        assertThat(start.remark()).contains("position 40").contains("60");
    }

    @Test
    void goes_on_with_a_rewind_and_keeps_the_mark() {
        var start = start(at(40), 9L);

        assertThat(start.after()).isEqualTo(9);
        assertThat(start.mark().position()).isEqualTo(40);
    }

    @Test
    void of_a_new_past_is_refused_until_somebody_wishes_it_to_be_told() {
        assertThatThrownBy(() -> start(OF_ANOTHER_LOG, null))
                .isInstanceOf(RelayFault.Stands.class)
                .hasMessageContaining("./samling rebuild --service member");
        assertThatThrownBy(() -> start(OF_ANOTHER_LOG, 40L)).isInstanceOf(RelayFault.Stands.class);
    }

    @Test
    void of_a_new_past_that_was_wished_goes_on_after_a_crash() {
        assertThat(start(OF_ANOTHER_LOG, -1L).after()).isEqualTo(-1);
    }

    @Test
    void of_a_new_past_that_is_wished_is_its_first_event() {
        var start = StartingPoint.of("member", LOG, HEAD, OF_ANOTHER_LOG, ENDS, null, true);

        assertThat(start.after()).isEqualTo(-1);
        assertThat(start.mark().logPosition()).hasToString("member:7f3a91c2:-1");
        assertThat(start.mark().completeUntil()).isEqualTo(Instant.EPOCH);
        assertThat(start.remark()).contains("0b55e8d4").contains("500");
    }

    @Test
    void is_refused_where_more_was_told_than_is_remembered() {
        assertThatThrownBy(() -> start(at(HEAD + 1), null))
                .isInstanceOf(RelayFault.Stands.class)
                .hasMessageContaining("events are missing");
        assertThat(start(at(HEAD), null).after()).isEqualTo(HEAD);
    }

    @Test
    void is_the_first_event_where_topics_end_before_what_the_mark_tells_of() {
        var offsets = Map.of(Topics.MEMBER_FACTS, List.of(10L, 21L));
        var start = start(new ProgressMark("member", LOG, 40, Instant.EPOCH, offsets), 40L);

        assertThat(start.after()).isEqualTo(-1);
        assertThat(start.mark().position()).isEqualTo(40);
        assertThat(start.mark().offsets()).isEqualTo(ENDS);
        assertThat(start.remark()).contains("Topics end before").contains("position 40");
    }

    private static StartingPoint start(@Nullable ProgressMark newest, @Nullable Long noted) {
        return StartingPoint.of("member", LOG, HEAD, newest, ENDS, noted, false);
    }

    private static ProgressMark at(long position) {
        return new ProgressMark("member", LOG, position, Instant.EPOCH, Map.of());
    }
}
