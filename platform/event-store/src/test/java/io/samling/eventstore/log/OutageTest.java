package io.samling.eventstore.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.samling.eventstore.log.Tried.Answer;
import io.samling.testing.CuttingProxy;
import io.samling.testing.Proof;
import io.samling.testing.TestServers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** The database is away for longer than a caller waits, in the middle of the work. */
class OutageTest {

    private static final int INSTANCES = 2;
    private static final int CALLERS = 4;
    private static final int BETWEEN = 40;
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final AppendLimits LIMITS = new AppendLimits(PATIENCE, 1000);

    private final Queue<Tried> told = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean over = new AtomicBoolean();

    @Test
    void keeps_nobody_waiting_past_the_limit_and_what_was_unknown_is_stored_once_or_never()
            throws Exception {
        Proof.of(
                "several writers while the database is away",
                seed -> {
                    told.clear();
                    over.set(false);
                    try (var proxy = new CuttingProxy(TestServers.mongodb(), seed, 0);
                            var logs = new TestLogs()) {
                        appendAround(proxy, logs, new Random(seed));
                        assertTrue(logs);
                    }
                });
    }

    private void appendAround(CuttingProxy proxy, TestLogs logs, Random random) throws Exception {
        var open = new ArrayList<EventLog>();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var working = new ArrayList<Future<?>>();
            for (var instance = 0; instance < INSTANCES; instance++) {
                var address = proxy.connectionString() + "&serverSelectionTimeoutMS=1000";
                var log = logs.openOver(address, LIMITS);
                open.add(log);
                for (var number = 0; number < CALLERS; number++) {
                    var own = new Random(random.nextLong());
                    var caller = new RandomCaller(() -> log, instance + "-" + number, own, told);
                    working.add(callers.submit(() -> goOn(caller)));
                }
            }
            cutOffUntilAnOutcomeIsUnknown(proxy);
            over.set(true);
            for (var work : working) {
                work.get();
            }
        } finally {
            over.set(true);
        }
        open.forEach(EventLog::close); // which settles what is open
    }

    private void goOn(RandomCaller caller) {
        for (var operation = 0; !over.get(); operation++) {
            caller.append(operation);
        }
    }

    private void cutOffUntilAnOutcomeIsUnknown(CuttingProxy proxy) throws Exception {
        awaitMoreStored();
        proxy.cutOff();
        await().until(() -> told.stream().anyMatch(one -> one.answer() instanceof Answer.Unknown));
        proxy.letThrough();
        awaitMoreStored();
    }

    private void awaitMoreStored() {
        var before = stored();
        await().until(() -> stored() > before + BETWEEN);
    }

    private long stored() {
        return told.stream().filter(one -> one.answer() instanceof Answer.Stored).count();
    }

    private void assertTrue(TestLogs logs) {
        var log = new WholeLog(new LogReader(LogCollection.in(logs.database())));
        System.out.printf("proof: %s; %d events%n", Tried.answers(told), log.size());
        log.assertSound();
        log.assertAgreesWith(told, PATIENCE);
        assertThat(told).anyMatch(one -> one.answer() instanceof Answer.Unknown);
    }
}
