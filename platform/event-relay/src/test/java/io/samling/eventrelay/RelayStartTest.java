package io.samling.eventrelay;

import static io.samling.eventrelay.RelayFixture.joined;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.samling.contracts.Topics;
import io.samling.eventrelay.RelayFixture.Joined;
import io.samling.eventrelay.RelayStatus.State;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RelayStartTest {

    final String bootstrap = OwnBroker.emptied();
    final RelayFixture member = new RelayFixture(bootstrap);

    @AfterEach
    void stop() {
        member.close();
    }

    @Nested
    class After_a_restart {

        @Test
        void it_goes_on_after_the_newest_mark() {
            member.log.record(joined(0, 150));
            member.start("one").stop();
            member.log.record(joined(150, 200));
            member.start("one");
            member.awaitTold(199);

            assertThat(member.told.ids()).containsExactlyInAnyOrderElementsOf(member.idsOf(0, 200));
        }

        @Test
        void a_crash_before_the_note_leads_to_repeats_of_the_same_facts_only() {
            member.log.record(joined(0, 200));
            var relay = member.start("one");
            member.awaitTold(199);
            relay.stop();
            member.claims.forgetTo(99L);
            member.start("one");
            await().until(() -> member.told.ids().size() == 300);

            assertThat(new HashSet<>(member.told.ids()))
                    .containsExactlyInAnyOrderElementsOf(member.idsOf(0, 200));
            assertThat(member.told.marks()).extracting("position", Long.class).isSorted();
        }

        @Test
        void an_empty_broker_gets_everything_again_and_that_is_said() {
            member.log.record(joined(0, 120));
            var relay = member.start("one");
            member.awaitTold(119);
            relay.stop();
            member.told.forgetEverything();
            var again = member.start("one");
            member.awaitTold(119);

            assertThat(member.told.ids()).containsExactlyInAnyOrderElementsOf(member.idsOf(0, 120));
            assertThat(again.status().remark()).contains("everything is published again");
        }

        @Test
        void a_log_that_ends_before_the_newest_mark_is_not_relayed() {
            member.log.record(joined(0, 20));
            member.start("one");
            member.awaitTold(19);
            member.close();
            var cut = new RememberedLog(member.log.id()).record(joined(0, 10));
            try (var restored = new RelayFixture(bootstrap, cut)) {
                var relay = restored.start("one");
                RelayFixture.awaitState(relay, State.STANDING);

                assertThat(relay.status().reason()).contains("up to position 19").contains("at 9");
            }
        }

        @Test
        void another_log_is_told_once_it_is_wished_and_marks_go_on_from_the_same_offsets() {
            member.log.record(joined(0, 20));
            member.start("one");
            member.awaitTold(19);
            member.close();
            var before = member.told.newestMark();
            var another = new RememberedLog("0b55e8d4").record(new Joined("m1", "Acme"));
            try (var imported = new RelayFixture(bootstrap, another)) {
                var relay = imported.start("one");
                RelayFixture.awaitState(relay, State.STANDING);
                assertThat(relay.status().reason()).contains("./samling rebuild --service member");
                assertThat(imported.told.newestMark()).isEqualTo(before);

                relay.rewindTo(0);
                imported.awaitTold(0);
                var mark = imported.told.newestMark();
                assertThat(mark.logPosition()).hasToString("member:0b55e8d4:0");
                assertThat(mark.offsets().get(Topics.MEMBER_FACTS))
                        .zipSatisfy(
                                before.offsets().getOrDefault(Topics.MEMBER_FACTS, List.of()),
                                (now, then) -> assertThat(now).isGreaterThanOrEqualTo(then));
                assertThat(relay.status().remark()).contains("this log is 0b55e8d4");
            }
        }
    }

    @Nested
    class Of_two_instances {

        @Test
        void one_stands_by_and_takes_over_when_the_other_is_gone() {
            member.log.record(joined(0, 50));
            var one = member.start("one");
            member.awaitTold(49);
            var two = member.start("two");
            RelayFixture.awaitState(two, State.STANDBY);
            one.stop();
            member.log.record(joined(50, 80));
            member.awaitTold(79);

            assertThat(two.status().state()).isEqualTo(State.RELAYING);
            assertThat(member.told.ids()).containsExactlyInAnyOrderElementsOf(member.idsOf(0, 80));
        }

        @Test
        void the_one_that_lost_its_claim_is_fenced() {
            var one = member.start("one");
            member.awaitTold(-1);
            member.claims.handTo("two");
            var two = member.start("two");
            RelayFixture.awaitState(two, State.RELAYING);
            member.log.record(joined(0, 100));
            RelayFixture.awaitState(one, State.STANDBY);
            await().until(() -> two.status().position() == 99);

            assertThat(new HashSet<>(member.told.ids()))
                    .containsExactlyInAnyOrderElementsOf(member.idsOf(0, 100));
        }
    }

    @Nested
    class One_that_was_paused_while_another_took_over {

        @Test
        void wakes_and_publishes_nothing() {
            var paused = new PausableLog(member.log);
            var one = member.start("one", paused);
            member.awaitTold(-1);
            paused.pause();
            await().until(paused::isPaused);
            member.claims.handTo("two");
            var two = member.start("two");
            member.log.record(joined(0, 100));
            await().until(() -> two.status().position() == 99);

            paused.goOn();
            RelayFixture.awaitState(one, State.STANDBY);

            assertThat(member.told.ids()).containsExactlyInAnyOrderElementsOf(member.idsOf(0, 100));
            assertThat(member.told.marks()).extracting("position", Long.class).isSorted();
        }
    }

    @Nested
    class A_topic {

        @Test
        void with_other_partitions_is_refused_until_it_is_as_wanted()
                throws ExecutionException, InterruptedException {
            create(new NewTopic(Topics.MEMBER_FACTS, Optional.of(3), Optional.empty()));
            member.log.record(joined(1));
            var relay = member.start("one");
            RelayFixture.awaitState(relay, State.STANDING);
            assertThat(relay.status().reason())
                    .contains(Topics.MEMBER_FACTS + " has partitions 3 where 12 is wanted");

            member.told.forgetEverything();
            member.awaitTold(0);
        }

        @Test
        void that_forgets_is_refused() throws ExecutionException, InterruptedException {
            var forgetting = Map.of(TopicConfig.RETENTION_MS_CONFIG, "604800000");
            create(
                    new NewTopic(Topics.MEMBER_FACTS, Optional.of(12), Optional.empty())
                            .configs(forgetting));
            var relay = member.start("one");
            RelayFixture.awaitState(relay, State.STANDING);

            assertThat(relay.status().reason()).contains("has retention.ms 604800000 where -1");
        }

        private void create(NewTopic topic) throws ExecutionException, InterruptedException {
            try (var admin = member.told.admin()) {
                admin.createTopics(List.of(topic)).all().get();
                await().until(() -> admin.listTopics().names().get().contains(topic.name()));
            }
        }
    }
}
