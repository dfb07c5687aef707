package io.samling.eventrelay;

import static io.samling.eventrelay.RelayFixture.CLOCK;
import static io.samling.eventrelay.RelayFixture.awaitState;
import static io.samling.eventrelay.RelayFixture.joined;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.samling.contracts.Topics;
import io.samling.eventrelay.RelayFixture.Joined;
import io.samling.eventrelay.RelayFixture.NotYetKnown;
import io.samling.eventrelay.RelayFixture.Remarked;
import io.samling.eventrelay.RelayStatus.State;
import io.samling.testing.GoldenJson;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class RelayTest {

    final RelayFixture member = new RelayFixture(OwnBroker.emptied());

    @AfterEach
    void stop() {
        member.close();
    }

    @Nested
    class Facts {

        @Test
        void travel_as_the_contract_says() {
            var log = new RememberedLog("7f3a91c2").record(new Remarked("x"), joined(7));
            try (var relayed = new RelayFixture(OwnBroker.emptied(), log)) {
                relayed.start("one");
                relayed.awaitTold(1);

                var fact = relayed.told.facts().getFirst();
                GoldenJson.assertMatches("membership-began-record", asJson(fact));
            }
        }

        @Test
        void arrive_once_and_for_each_subject_in_the_order_of_the_log() {
            member.log.record(joined(0, 730));
            member.start("one");
            member.awaitTold(729);
            member.log.record(joined(730, 900));
            member.awaitTold(899);

            assertThat(member.told.ids()).containsExactlyInAnyOrderElementsOf(member.idsOf(0, 900));
            for (var sequences : member.told.sequencesBySubject().values()) {
                assertThat(sequences).isSorted();
            }
        }
    }

    @Nested
    class A_progress_mark {

        @Test
        void names_the_offset_after_the_last_fact_of_every_partition() {
            member.log.record(joined(0, 3));
            member.start("one");
            member.awaitTold(2);
            member.log.record(joined(0, 250));
            member.awaitTold(252);

            var after = new Long[Topics.FACT_PARTITIONS];
            Arrays.fill(after, 0L);
            member.told.facts().forEach(fact -> after[fact.partition()] = fact.offset() + 1);
            assertThat(member.told.newestMark().offsets())
                    .containsExactly(Map.entry(Topics.MEMBER_FACTS, List.of(after)));
        }

        @Test
        void covers_an_event_that_tells_no_fact() {
            member.log.record(joined(1), new Remarked("x"));
            member.start("one");
            member.awaitTold(1);

            assertThat(member.told.newestMark().position()).isEqualTo(1);
            assertThat(member.told.ids()).containsExactly(member.idOf(0));
        }

        @Test
        void of_a_batch_is_complete_up_to_just_before_its_last_event() {
            member.log.record(joined(0, 100)).record(new NotYetKnown());
            var relay = member.start("one");
            awaitState(relay, State.STANDING);

            assertThat(member.told.newestMark().completeUntil())
                    .isEqualTo(RememberedLog.FIRST_MOMENT.plusSeconds(99).minusMillis(1));
        }

        @Test
        void tells_while_nothing_happens_up_to_when_the_log_is_complete() {
            member.start("one");
            member.awaitTold(-1);
            var later = CLOCK.advance(Duration.ofMinutes(5));

            await().until(() -> member.told.newestMark().completeUntil().equals(later));
            assertThat(member.told.newestMark().position()).isEqualTo(-1);
        }
    }

    @Nested
    class A_fault {

        @Test
        void in_one_record_holds_up_none_before_it_and_is_told_with_its_position() {
            var tooLarge = new Joined("m9", "x".repeat(2 << 20));
            member.log.record(joined(0, 130)).record(tooLarge).record(joined(0, 5));
            var relay = member.start("one");

            await().untilAsserted(
                            () ->
                                    assertThat(relay.status())
                                            .returns(State.STANDING, RelayStatus::state)
                                            .returns(129L, RelayStatus::position)
                                            .returns(6L, RelayStatus::lag)
                                            .extracting(RelayStatus::reason)
                                            .asString()
                                            .contains("Position 130")
                                            .contains("RecordTooLargeException"));
            assertThat(member.told.ids()).containsExactlyInAnyOrderElementsOf(member.idsOf(0, 130));
            assertThat(member.told.newestMark().position()).isEqualTo(129);
        }

        @Test
        void that_only_the_broker_finds_in_a_batch_holds_up_none_before_it()
                throws ExecutionException, InterruptedException {
            member.start("one");
            member.awaitTold(-1);
            member.told.alter(Topics.MEMBER_FACTS, TopicConfig.MAX_MESSAGE_BYTES_CONFIG, "20000");
            var tooLarge = new Joined("m9", "x".repeat(30_000));
            member.log.record(joined(0, 30)).record(tooLarge).record(joined(0, 5));

            await().untilAsserted(
                            () ->
                                    assertThat(member.relay().status().reason())
                                            .contains("Position 30 cannot be told"));
            assertThat(member.told.ids()).containsExactlyInAnyOrderElementsOf(member.idsOf(0, 30));

            member.told.alter(Topics.MEMBER_FACTS, TopicConfig.MAX_MESSAGE_BYTES_CONFIG, "40000");
            member.awaitTold(35);
        }

        @Test
        void of_the_translation_stops_the_relay_until_the_event_is_known() {
            member.log.record(joined(1), new NotYetKnown(), joined(2));
            var relay = member.start("old version");
            awaitState(relay, State.STANDING);
            assertThat(relay.status().reason()).contains("Position 1 ");
            relay.stop();

            member.start(
                    "new version",
                    event ->
                            event instanceof NotYetKnown ? List.of() : RelayFixture.factsOf(event));
            member.awaitTold(2);
            assertThat(member.told.ids()).containsExactlyInAnyOrder(member.idOf(0), member.idOf(2));
        }
    }

    private static String asJson(ConsumerRecord<String, byte[]> record) {
        var json = JsonMapper.builder().build();
        Map<String, String> headers = new TreeMap<>();
        record.headers().forEach(h -> headers.put(h.key(), Told.header(record, h.key())));
        Map<String, Object> parts = new TreeMap<>();
        parts.put("headers", headers);
        parts.put("key", record.key());
        parts.put("timestamp", record.timestamp());
        parts.put("topic", record.topic());
        parts.put("value", json.readTree(new String(record.value(), StandardCharsets.UTF_8)));
        return json.writeValueAsString(parts);
    }
}
