package io.samling.eventstore.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.samling.eventstore.log.Tried.Answer;
import io.samling.testing.Proof;
import io.samling.testing.ReplicaSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/**
 * The primary of a real replica set is made to step down, or is killed, again and again while
 * instances write and read. It needs several servers, and says so where there are none.
 */
class StepdownTest {

    private static final int INSTANCES = 2;
    private static final int CALLERS = 6;
    private static final int STEPDOWNS = Proof.isLong() ? 100 : 4;
    private static final int BETWEEN = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final AppendLimits LIMITS = new AppendLimits(PATIENCE, 1000);

    private final Queue<Tried> told = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean over = new AtomicBoolean();

    @Test
    void no_stepdown_leaves_a_gap_or_loses_what_was_acknowledged_or_read() throws Exception {
        var found = ReplicaSet.find();
        if (found.isEmpty()) {
            System.out.println(
                    "proof: no stepdowns, for SAMLING_REPLICA_SET_URI names no servers and there is"
                            + " no mongod");
        }
        assumeTrue(found.isPresent(), "no replica set of several servers");
        try (var set = found.orElseThrow();
                var admin = MongoClients.create(set.connectionString())) {
            assertThat(numberOfServers(admin)).isGreaterThan(1);
            holds(admin, set);
        }
    }

    private void holds(MongoClient admin, ReplicaSet set) throws Exception {
        var servers = set.connectionString();
        try (var logs = new TestLogs(servers)) {
            var followers = new ArrayList<Follower>();
            var open = new ArrayList<EventLog>();
            try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
                var working = new ArrayList<Future<?>>();
                for (var instance = 0; instance < INSTANCES; instance++) {
                    var log = logs.openOver(servers, LIMITS);
                    open.add(log);
                    followers.add(new Follower(log));
                    for (var caller = 0; caller < CALLERS; caller++) {
                        var name = instance + "-" + caller;
                        var one = new RandomCaller(() -> log, name, new Random(), told);
                        working.add(callers.submit(() -> goOn(one)));
                    }
                }
                stepDownOften(admin, set);
                over.set(true);
                awaitAll(working);
            }
            var log = new WholeLog(new LogReader(LogCollection.in(logs.database())));
            System.out.printf("proof: %s; %d events%n", Tried.answers(told), log.size());
            log.assertSound();
            log.assertAgreesWith(told, PATIENCE);
            for (var follower : followers) {
                log.assertBeginsWith(follower.seenOnceThereAre(log.size()));
            }
            assertThat(open).allMatch(one -> one.tail().fault() == null);
            assertThat(told).noneMatch(one -> one.answer() instanceof Answer.Unknown);
        }
    }

    private void goOn(RandomCaller caller) {
        for (var operation = 0; !over.get(); operation++) {
            caller.append(operation);
        }
    }

    /** Every other time it is killed instead, where that can be done. */
    private void stepDownOften(MongoClient admin, ReplicaSet set) throws Exception {
        for (var number = 1; number <= STEPDOWNS; number++) {
            awaitMoreThan(told.size() + BETWEEN);
            var kills = number % 2 == 0 && set.canBeKilled();
            if (kills) {
                set.killPrimary();
            } else {
                stepDown(admin);
            }
            System.out.printf(
                    "proof: %s %d of %d%n", kills ? "kill" : "stepdown", number, STEPDOWNS);
        }
        awaitMoreThan(told.size() + BETWEEN);
    }

    private void awaitMoreThan(int answers) {
        await().atMost(Duration.ofMinutes(2)).until(() -> told.size() > answers);
    }

    /** The primary closes its connections as it steps down, so the answer may be lost. */
    private static void stepDown(MongoClient admin) {
        var command =
                new Document("replSetStepDown", 5)
                        .append("secondaryCatchUpPeriodSecs", 0)
                        .append("force", true);
        try {
            admin.getDatabase("admin").runCommand(command);
        } catch (MongoException answerLost) {
            // the next writes find out whether it has
        }
    }

    private static int numberOfServers(MongoClient admin) {
        var hello = admin.getDatabase("admin").runCommand(new Document("hello", 1));
        var hosts = hello.getList("hosts", String.class);
        return hosts == null ? 1 : hosts.size();
    }

    private static void awaitAll(List<Future<?>> working)
            throws InterruptedException, ExecutionException {
        for (var work : working) {
            work.get();
        }
    }
}
