package io.samling.eventstore.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.samling.eventstore.log.Tried.Answer;
import io.samling.testing.CuttingProxy;
import io.samling.testing.Proof;
import io.samling.testing.TestServers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * Instances with clients of their own, which append at the same time and get in each other's way.
 */
class SeveralWritersTest {

    static final int CALLERS = 6;
    static final Duration PATIENCE = Duration.ofSeconds(60);
    static final AppendLimits LIMITS = new AppendLimits(PATIENCE, 1000);

    @Test
    void leave_no_gap_and_lose_or_double_nothing_that_was_acknowledged() throws Exception {
        Proof.of(
                "several writers at full speed",
                seed -> {
                    try (var logs = new TestLogs()) {
                        var servers =
                                List.of(
                                        TestServers.mongodb(),
                                        TestServers.mongodb(),
                                        TestServers.mongodb());
                        var told = appendAtRandom(logs, servers, seed, 40);
                        assertTrue(logs, told);
                        assertThat(told).anyMatch(one -> one.answer() instanceof Answer.Refused);
                        assertThat(told).noneMatch(one -> one.answer() instanceof Answer.Unknown);
                    }
                });
    }

    @Test
    void settle_every_outcome_when_connections_are_cut_at_any_moment() throws Exception {
        Proof.of(
                "several writers over connections that are cut",
                seed -> {
                    try (var proxy = new CuttingProxy(TestServers.mongodb(), seed, 0.15);
                            var logs = new TestLogs()) {
                        var servers = List.of(proxy.connectionString(), proxy.connectionString());
                        var told = appendAtRandom(logs, servers, seed, 12, proxy::startCutting);
                        proxy.stopCutting();
                        System.out.printf(
                                "proof: cut %s times before the server had an insert and %s times"
                                        + " before it had said so%n",
                                proxy.cutBefore(), proxy.cutAfter());
                        assertTrue(logs, told);
                        assertThat(proxy.cutBefore()).isPositive();
                        assertThat(proxy.cutAfter()).isPositive();
                        assertThat(told).noneMatch(one -> one.answer() instanceof Answer.Unknown);
                    }
                });
    }

    private static Queue<Tried> appendAtRandom(
            TestLogs logs, List<String> servers, long seed, int operations)
            throws InterruptedException, ExecutionException {
        return appendAtRandom(logs, servers, seed, operations, () -> {});
    }

    /** One instance for each of the servers' addresses, all at once. */
    private static Queue<Tried> appendAtRandom(
            TestLogs logs, List<String> servers, long seed, int operations, Runnable onceOpen)
            throws InterruptedException, ExecutionException {
        var random = new Random(seed);
        var told = new ConcurrentLinkedQueue<Tried>();
        var open = servers.stream().map(server -> logs.openOver(server, LIMITS)).toList();
        onceOpen.run();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var working = new ArrayList<Future<?>>();
            for (var instance = 0; instance < open.size(); instance++) {
                var log = open.get(instance);
                for (var number = 0; number < CALLERS; number++) {
                    var own = new Random(random.nextLong());
                    var caller = new RandomCaller(() -> log, instance + "-" + number, own, told);
                    working.add(
                            callers.submit(
                                    () -> {
                                        for (var i = 0; i < operations; i++) {
                                            caller.append(i);
                                        }
                                    }));
                }
            }
            for (var work : working) {
                work.get();
            }
        }
        return told;
    }

    private static void assertTrue(TestLogs logs, Queue<Tried> told) {
        var log = new WholeLog(new LogReader(LogCollection.in(logs.database())));
        System.out.printf("proof: %s; %d events%n", Tried.answers(told), log.size());
        log.assertSound();
        log.assertAgreesWith(told, PATIENCE);
    }
}
