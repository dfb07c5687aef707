package io.samling.eventstore.log;

import static io.samling.eventstore.log.TestLogs.NOON;
import static io.samling.eventstore.log.TestLogs.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.samling.kernel.Claiming.Claim;
import io.samling.kernel.Refusal;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonInt64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class EventLogTest {

    static final String ACME = "member-acme";
    static final String OTHER = "member-other";

    final TestLogs logs = new TestLogs();
    final EventLog log = logs.open();

    @AfterEach
    void close() {
        logs.close();
    }

    CommitHead append(NewEvent... events) {
        return log.append(List.of(events), List.of(), null);
    }

    CommitHead appendOnce(String stream, long sequence, String key, String request) {
        var once = OnceKey.of("actor", key, request);
        return log.append(List.of(event(stream, sequence)), List.of(), once);
    }

    CommitHead appendClaiming(String stream, long sequence, Claim... claims) {
        return log.append(List.of(event(stream, sequence)), List.of(claims), null);
    }

    @Test
    void positions_have_no_gaps() {
        assertThat(append(event(ACME, 0), event(ACME, 1)).position()).isZero();
        assertThat(append(event(OTHER, 0)).position()).isEqualTo(2);
        assertThat(append(event(ACME, 2)).position()).isEqualTo(3);
    }

    @Test
    void each_commit_names_the_one_before_and_is_what_was_written() {
        append(event(ACME, 0), event(ACME, 1));
        append(event(OTHER, 0));

        var commits = logs.commits();
        assertThat(commits).hasSize(2).allMatch(CommitDocument::isIntact);
        assertThat(commits.get(1).getDocument("prev").get("hash"))
                .isEqualTo(commits.get(0).get("hash"));
        assertThat(commits.get(1).get("_id")).isEqualTo(new BsonInt64(2));
        assertThat(commits.get(1)).doesNotContainKeys("claims", "key", "request");
    }

    @Test
    void a_commit_that_builds_on_what_has_changed_is_refused_and_its_neighbours_are_not() {
        append(event(ACME, 0));

        assertThatThrownBy(() -> append(event(ACME, 0)))
                .isInstanceOf(AppendRefused.StreamMoved.class);
        assertThat(append(event(ACME, 1)).position()).isEqualTo(1);
    }

    @Test
    void a_commit_that_is_too_large_is_refused_by_name() {
        var large = "x".repeat(CommitDocument.LARGEST);
        var event =
                new NewEvent(
                        "id", ACME, 0, "Sample", "sample.happened", null, NOON, null, large, "{}");

        assertThatThrownBy(() -> append(event))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("commit-too-large"));
    }

    @Test
    void a_stream_is_read_from_the_commit_that_contains_the_sequence_number() {
        append(event(ACME, 0), event(ACME, 1), event(ACME, 2));
        append(event(OTHER, 0), event(ACME, 3));
        append(event(ACME, 4));

        assertThat(log.streams().read(ACME, 1))
                .extracting(StoredEvent::sequence)
                .containsExactly(1L, 2L, 3L, 4L);
        assertThat(log.streams().read(ACME, 3))
                .extracting(StoredEvent::position)
                .containsExactly(4L, 5L);
        assertThat(log.streams().read(ACME, 5)).isEmpty();
        assertThat(log.streams().lastSequence(ACME)).contains(4L);
    }

    @Test
    void a_long_stream_is_read_to_its_end_also_across_large_commits() {
        var events = new ArrayList<NewEvent>();
        for (var sequence = 0L; sequence < 1700; sequence++) {
            events.add(event(ACME, sequence));
            if (sequence == 3 || sequence == 900 || sequence == 901 || sequence == 1699) {
                log.append(events, List.of(), null);
                events.clear();
            }
        }

        assertThat(log.streams().read(ACME, 0)).hasSize(1700);
        assertThat(log.streams().read(ACME, 850)).hasSize(850);
        assertThat(log.streams().read(ACME, 1699)).hasSize(1);
        assertThat(log.streams().read(ACME, 1700)).isEmpty();
    }

    @Nested
    class Recorded_time {

        @Test
        void never_runs_backwards() {
            append(event(ACME, 0, NOON));
            append(event(ACME, 1, NOON.minusSeconds(60)), event(ACME, 2, NOON.plusSeconds(1)));

            assertThat(log.streams().read(ACME, 0))
                    .extracting(StoredEvent::at)
                    .containsExactly(
                            NOON.toEpochMilli(),
                            NOON.toEpochMilli(),
                            NOON.plusSeconds(1).toEpochMilli());
        }

        @Test
        void finds_the_first_position_from_a_moment_on() {
            for (var i = 0; i < 10; i++) {
                append(event(ACME, 2L * i, NOON.plusSeconds(i)), event(ACME, 2L * i + 1));
            }

            var from = NOON.plusSeconds(4).toEpochMilli();
            assertThat(log.moments().firstFrom(from)).isEqualTo(8);
            assertThat(log.moments().firstFrom(from + 1)).isEqualTo(10);
            assertThat(log.moments().firstFrom(0)).isZero();
            assertThat(log.moments().firstFrom(NOON.plusSeconds(99).toEpochMilli())).isEqualTo(20);
        }
    }

    @Nested
    class An_idempotency_key {

        @Test
        void is_used_up_by_its_commit() {
            appendOnce(ACME, 0, "key", "request");

            assertThatThrownBy(() -> appendOnce(ACME, 1, "key", "request"))
                    .isInstanceOfSatisfying(
                            AppendRefused.KeyUsed.class,
                            used -> assertThat(used.first().position()).isZero());
        }

        @Test
        void is_kept_with_the_hash_of_its_request() {
            appendOnce(ACME, 0, "key", "request");

            var key = OnceKey.of("actor", "key", "whatever").key();
            assertThat(log.reader().withKey(key))
                    .extracting(first -> first == null ? null : first.request())
                    .isEqualTo("request");
        }
    }

    @Nested
    class A_claim {

        static final String NUMBER = "5560360793";

        final Claim take = Claim.take("organisationsnummer", NUMBER);
        final Claim free = Claim.free("organisationsnummer", NUMBER);

        @Test
        void is_refused_while_another_stream_holds_it() {
            appendClaiming(ACME, 0, take);

            assertThatThrownBy(() -> appendClaiming(OTHER, 0, take))
                    .isInstanceOf(ClaimHeld.class)
                    .hasMessage("This organisationsnummer is already registered, for member acme.");
            assertThat(log.reader().exists(OTHER)).isFalse();
        }

        @Test
        void may_be_taken_again_once_it_was_given_up() {
            appendClaiming(ACME, 0, take);
            appendClaiming(ACME, 1, free);
            appendClaiming(OTHER, 0, take);

            assertThatThrownBy(() -> appendClaiming(ACME, 2, take)).isInstanceOf(ClaimHeld.class);
            assertThat(logs.commits())
                    .map(commit -> commit.getArray("claims").get(0).asString().getValue())
                    .containsExactly(
                            "organisationsnummer:5560360793:0",
                            "organisationsnummer:5560360793:0:free",
                            "organisationsnummer:5560360793:1");
        }

        @Test
        void may_be_given_up_and_taken_in_one_commit() {
            appendClaiming(ACME, 0, take, free, take);

            assertThatThrownBy(() -> appendClaiming(OTHER, 0, take)).isInstanceOf(ClaimHeld.class);
        }

        @Test
        void is_given_up_only_by_its_holder() {
            appendClaiming(ACME, 0, take);

            assertThatThrownBy(() -> appendClaiming(OTHER, 0, free))
                    .isInstanceOf(IllegalStateException.class);
        }
    }
}
