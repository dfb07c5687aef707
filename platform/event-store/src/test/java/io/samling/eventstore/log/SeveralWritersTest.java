package io.samling.eventstore.log;

import static io.samling.eventstore.log.TestLogs.event;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.samling.testing.TestServers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Instances with clients of their own, which append at the same time and get in each other's way.
 */
class SeveralWritersTest {

    static final int INSTANCES = 3;
    static final int CALLERS = 6;
    static final int COMMITS = 30;
    static final int SHARED_STREAMS = 12;
    static final AppendLimits LIMITS = new AppendLimits(Duration.ofSeconds(60), 1000);

    final TestLogs logs = new TestLogs();

    /** Acknowledged: commit id of the first event's id, with the position that was told. */
    final Map<String, Long> acknowledged = new ConcurrentHashMap<>();

    final Map<Integer, AtomicInteger> shares = new ConcurrentHashMap<>();
    final AtomicInteger conflicts = new AtomicInteger();

    @AfterEach
    void close() {
        logs.close();
    }

    @Test
    void leave_no_gap_and_lose_or_double_nothing_that_was_acknowledged() throws Exception {
        var seed = System.nanoTime();
        System.out.println("Several writers, seed " + seed);
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var working = new ArrayList<Future<?>>();
            for (var instance = 0; instance < INSTANCES; instance++) {
                var log = logs.openOver(TestServers.mongodb(), LIMITS);
                for (var caller = 0; caller < CALLERS; caller++) {
                    var number = instance;
                    var random = new Random(seed + 100L * instance + caller);
                    working.add(callers.submit(() -> appendAtRandom(log, number, random)));
                }
            }
            awaitAll(working);
        }
        System.out.println("Shares " + shares + ", conflicts " + conflicts);

        var stored = logs.events();
        assertThat(stored).extracting(StoredEvent::position).isEqualTo(from0(stored.size()));
        assertThat(stored.stream().collect(toMap(StoredEvent::id, StoredEvent::position)))
                .isEqualTo(acknowledged);
        assertThat(conflicts).hasPositiveValue();
        assertThat(shares.values()).hasSize(INSTANCES);
        assertThat(stored.stream().collect(groupingBy(StoredEvent::stream)))
                .allSatisfy(
                        (_, events) ->
                                assertThat(sequencesOf(events)).isEqualTo(from0(events.size())));
    }

    private static List<Long> sequencesOf(List<StoredEvent> events) {
        return events.stream().map(StoredEvent::sequence).toList();
    }

    private static List<Long> from0(int size) {
        var positions = new ArrayList<Long>();
        for (var position = 0L; position < size; position++) {
            positions.add(position);
        }
        return positions;
    }

    private void appendAtRandom(EventLog log, int instance, Random random) {
        for (var commit = 0; commit < COMMITS; commit++) {
            var stream = "shared-" + random.nextInt(SHARED_STREAMS);
            var next = log.streams().lastSequence(stream).orElse(-1L) + 1;
            var events = new ArrayList<NewEvent>();
            for (var i = 0; i <= random.nextInt(3); i++) {
                events.add(event(stream, next + i));
            }
            try {
                var stored = log.append(events, List.of(), null);
                for (var i = 0; i < events.size(); i++) {
                    acknowledged.put(events.get(i).id(), stored.position() + i);
                }
                shares.computeIfAbsent(instance, _ -> new AtomicInteger()).incrementAndGet();
            } catch (AppendRefused.StreamMoved moved) {
                conflicts.incrementAndGet();
            }
        }
    }

    private static void awaitAll(List<Future<?>> working)
            throws InterruptedException, ExecutionException {
        for (var work : working) {
            work.get();
        }
    }

    @Test
    void settle_every_outcome_when_connections_are_cut_between_send_and_answer() throws Exception {
        var seed = System.nanoTime();
        System.out.println("Cut connections, seed " + seed);
        try (var proxy = new CuttingProxy(TestServers.mongodb(), seed, 0.15);
                var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var working = new ArrayList<Future<?>>();
            for (var instance = 0; instance < 2; instance++) {
                var log = logs.openOver(proxy.connectionString(), LIMITS);
                for (var caller = 0; caller < CALLERS; caller++) {
                    var stream = "own-" + instance + "-" + caller;
                    working.add(callers.submit(() -> appendInOrder(log, stream)));
                }
            }
            awaitAll(working);
            System.out.println(
                    "Cut " + proxy.cutBefore + " times before and " + proxy.cutAfter + " after");
            assertThat(proxy.cutAfter).hasPositiveValue();
            assertThat(proxy.cutBefore).hasPositiveValue();
        }

        var stored = logs.events();
        assertThat(stored).extracting(StoredEvent::position).isEqualTo(from0(stored.size()));
        assertThat(stored.stream().collect(toMap(StoredEvent::id, StoredEvent::position)))
                .isEqualTo(acknowledged);
        assertThat(stored).hasSize(2 * CALLERS * COMMITS);
    }

    private void appendInOrder(EventLog log, String stream) {
        for (var sequence = 0; sequence < COMMITS; sequence++) {
            var event = event(stream, sequence);
            var stored = log.append(List.of(event), List.of(), null);
            acknowledged.put(event.id(), stored.position());
        }
    }
}
