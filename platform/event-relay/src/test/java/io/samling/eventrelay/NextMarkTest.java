package io.samling.eventrelay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.samling.contracts.Topics;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class NextMarkTest {

    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void begins_with_zeros_for_every_partition_of_every_topic() {
        var zeros = Collections.nCopies(12, 0L);

        assertThat(NextMark.ofNothing("funding", "0b55e8d4").offsets())
                .isEqualTo(Map.of(Topics.FUNDING_FACTS, zeros, Topics.OWNERSHIP_FACTS, zeros));
    }

    @Test
    void takes_the_offset_after_the_last_fact_of_a_partition() {
        var before = NextMark.ofNothing("member", "7f3a91c2");
        var after = NextMark.after(before, 3, NOON, List.of(put(1, 7), put(1, 9), put(4, 0)));

        assertThat(after.offsets().get(Topics.MEMBER_FACTS))
                .containsExactly(0L, 10L, 0L, 0L, 1L, 0L, 0L, 0L, 0L, 0L, 0L, 0L);
    }

    @Test
    void never_falls() {
        var high =
                NextMark.after(
                        NextMark.ofNothing("member", "7f3a91c2"), 9, NOON, List.of(put(1, 7)));
        var again = NextMark.after(high, 3, NOON.minusSeconds(60), List.of(put(1, 5)));

        assertThat(again).isEqualTo(high);
    }

    @Test
    void knows_no_topic_of_another_service() {
        var member = NextMark.ofNothing("member", "7f3a91c2");
        var foreign = metadata(Topics.FUNDING_FACTS, 0, 0);

        assertThatThrownBy(() -> NextMark.after(member, 0, NOON, List.of(foreign)))
                .hasMessageContaining(Topics.FUNDING_FACTS);
    }

    private static RecordMetadata put(int partition, long offset) {
        return metadata(Topics.MEMBER_FACTS, partition, offset);
    }

    private static RecordMetadata metadata(String topic, int partition, long offset) {
        return new RecordMetadata(new TopicPartition(topic, partition), offset, 0, 0, 0, 0);
    }
}
