package io.samling.eventstore.log;

import static io.samling.eventstore.log.TestLogs.event;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Future.State;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What one batch does to each of its commits, on a server that does nothing wrong. */
class BatchWriterTest {

    static final Duration PATIENCE = Duration.ofSeconds(30);

    final SimulatedServer server = new SimulatedServer(new Random(1), 0);
    final List<CommitHead> stored = new ArrayList<>();
    final BatchWriter writer = writer();

    private BatchWriter writer() {
        var database = new SimulatedClient(server, new Random(2), 0).database();
        var log = LogCollection.in(database);
        return new BatchWriter(
                new CommitSender(log),
                new CollisionJudge(new LogReader(log)),
                new Turns(database),
                Clock.systemUTC(),
                PATIENCE,
                CommitHead.GENESIS,
                commits -> commits.forEach(commit -> stored.add(commit.head())));
    }

    static PendingCommit commit(String stream, @Nullable String key, String... claims) {
        var once = key == null ? null : OnceKey.of("actor", key, "request");
        var commit = NewCommit.of(List.of(event(stream, 0)), List.of(), once);
        return new PendingCommit(commit.claiming(List.of(claims)), 300);
    }

    static Throwable reason(PendingCommit pending) {
        assertThat(pending.outcome().state()).isEqualTo(State.FAILED);
        return pending.outcome().exceptionNow();
    }

    @Test
    void each_that_cannot_be_stored_fails_for_its_own_reason_and_its_neighbours_are_stored() {
        var first = commit("first", "key", "number:1:0");
        writer.write(List.of(first));
        server.refuseForGood("not-storable");

        var before = commit("before", null);
        var conflict = commit("first", null);
        var keyUsed = commit("with-used-key", "key");
        var claimTaken = commit("with-taken-claim", null, "number:1:0");
        var notStorable = commit("not-storable", null);
        var after = commit("after", "another key", "number:2:0");
        writer.write(List.of(before, conflict, keyUsed, claimTaken, notStorable, after));

        assertThat(before.outcome().resultNow().position()).isEqualTo(1);
        assertThat(after.outcome().resultNow().position()).isEqualTo(2);
        assertThat(reason(conflict)).isInstanceOf(AppendRefused.StreamMoved.class);
        assertThat(reason(keyUsed))
                .isInstanceOfSatisfying(
                        AppendRefused.KeyUsed.class,
                        used -> assertThat(used.first()).isEqualTo(first.outcome().resultNow()));
        assertThat(reason(claimTaken)).isInstanceOf(AppendRefused.ClaimTaken.class);
        assertThat(reason(notStorable)).isInstanceOf(AppendRefused.NotStorable.class);
        assertThat(stored).extracting(CommitHead::position).containsExactly(0L, 1L, 2L);
    }
}
