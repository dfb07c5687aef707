package io.samling.eventrelay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.samling.contracts.Topics;
import io.samling.eventrelay.RelayedLog.Recorded;
import io.samling.eventrelay.Translation.Fact;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class FactRecordsTest {

    static final Fact FACT =
            new Fact(Topics.MEMBER_FACTS, "io.samling.member.x.v1", "m1", Map.of("a", 1));

    @Test
    void number_the_facts_of_one_event_and_sort_them_before_those_of_the_next() {
        var two = records(2, 9);
        var next = records(1, 10);

        assertThat(two)
                .extracting(r -> header(r, "ce_id"))
                .containsExactly("7f3a91c2-9-0", "7f3a91c2-9-1");
        assertThat(List.of(two.get(0), two.get(1), next.get(0)))
                .extracting(r -> header(r, "ce_sequence"))
                .isSorted();
    }

    @Test
    void leave_out_what_is_not_known_of_an_event() {
        assertThat(records(1, 9).getFirst().headers().lastHeader("ce_causationid")).isNull();
    }

    @Test
    void are_refused_where_the_sequence_has_no_room_for_them() {
        assertThat(records(1000, 9)).hasSize(1000);
        assertThatThrownBy(() -> records(1001, 9)).hasMessageContaining("1001 facts");
    }

    private static List<ProducerRecord<String, byte[]>> records(int howMany, long position) {
        Translation translation = _ -> Collections.nCopies(howMany, FACT);
        return new FactRecords("member", "7f3a91c2", translation, JsonMapper.builder().build())
                .of(new Recorded(position, new GenericEventMessage<>("an event")));
    }

    private static String header(ProducerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
