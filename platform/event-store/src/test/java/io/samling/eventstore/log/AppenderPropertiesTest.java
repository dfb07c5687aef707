package io.samling.eventstore.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import io.samling.testing.Proof;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/**
 * What holds whatever happens between several appenders and a server that behaves as badly as a
 * replica set may. A seed chooses what callers want and what goes wrong; which of it meets is up to
 * the threads, so the same seed is another run each time. Failing, it looks for the fewest
 * operations that fail.
 */
class AppenderPropertiesTest {

    private static final int INSTANCES = 3;
    private static final int CALLERS = 5;
    private static final int OPERATIONS = Proof.isLong() ? 40 : 12;
    private static final int MOST_ROUNDS = 25;
    private static final double TROUBLE = 0.25;
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final LogOptions OPTIONS =
            new LogOptions(new AppendLimits(PATIENCE, 1000), false);

    private final Happened happened = new Happened();

    @Test
    void nothing_told_to_a_caller_or_a_reader_is_untrue_in_the_end() throws Exception {
        Proof.of("appenders on a bad server", seed -> holdsFor(seed, OPERATIONS));

        var random = new Random();
        for (var round = 1; !happened.everything() && round < MOST_ROUNDS; round++) {
            holdsFor(random.nextLong(), OPERATIONS);
        }
        happened.assertEverything();
    }

    private void holdsFor(long seed, int operations) throws Exception {
        try {
            new Round(seed, operations).hold();
        } catch (AssertionError | RuntimeException failed) {
            System.out.printf("proof: seed %d fails: %s%n", seed, failed);
            shrink(seed, operations / 2);
            throw failed;
        }
    }

    /** Threads make each run another one, so a smaller one is tried a few times. */
    private void shrink(long seed, int operations) throws Exception {
        for (var attempt = 0; attempt < 5 && operations > 0; attempt++) {
            try {
                new Round(seed, operations).hold();
            } catch (AssertionError | RuntimeException failed) {
                System.out.printf("proof: %d operations fail: %s%n", operations, failed);
                shrink(seed, operations / 2);
                return;
            }
        }
    }

    /** One that appends, and one who reads what it reads. */
    private record Instance(SimulatedClient client, EventLog log, Follower follower) {

        static Instance on(SimulatedClient client) {
            var log = open(client);
            return new Instance(client, log, new Follower(log));
        }

        private static EventLog open(SimulatedClient client) {
            while (true) {
                try {
                    return EventLog.open("sample", client.database(), Clock.systemUTC(), OPTIONS);
                } catch (MongoException away) {
                    Thread.onSpinWait();
                }
            }
        }
    }

    /** Some instances, one of them much slower and one killed on the way, and their callers. */
    private final class Round {

        private final Random random;
        private final int operations;
        private final SimulatedServer server;
        private final Queue<Tried> told = new ConcurrentLinkedQueue<>();
        private final Queue<Instance> alive = new ConcurrentLinkedQueue<>();
        private final Queue<Instance> killed = new ConcurrentLinkedQueue<>();

        Round(long seed, int operations) {
            this.random = new Random(seed);
            this.operations = operations;
            this.server = new SimulatedServer(new Random(seed + 1), TROUBLE);
        }

        void hold() throws Exception {
            var seen = new ArrayList<List<StoredEvent>>();
            try {
                letCallersWork();
                server.calmDown();
                var stored = server.events();
                for (var instance : alive) {
                    seen.add(instance.follower().seenOnceThereAre(stored));
                }
            } finally {
                server.calmDown();
                alive.forEach(instance -> instance.log().close());
                killed.forEach(instance -> instance.log().close());
            }
            for (var instance : killed) {
                seen.add(instance.follower().seen());
            }
            assertAllTrue(seen);
        }

        private void assertAllTrue(List<List<StoredEvent>> seen) {
            var reader = Instance.open(new SimulatedClient(server, random, 0));
            var log = new WholeLog(reader.reader());
            reader.close();
            System.out.printf(
                    "proof: %s; %d events in %s%n",
                    Tried.answers(told), log.size(), server.story());
            log.assertSound();
            log.assertAgreesWith(told, PATIENCE);
            seen.forEach(log::assertBeginsWith);
            assertThat(alive).allMatch(one -> one.log().tail().fault() == null);
            assertThat(killed).allMatch(one -> one.log().tail().fault() == null);
            happened.in(server, told);
        }

        private void letCallersWork() throws Exception {
            try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
                var working = new ArrayList<Future<?>>();
                for (var number = 0; number < INSTANCES; number++) {
                    var instance = new AtomicReference<>(start(number));
                    for (var caller = 0; caller < CALLERS; caller++) {
                        var name = number + "-" + caller;
                        var own = new Random(random.nextLong());
                        var one = new RandomCaller(() -> instance.get().log(), name, own, told);
                        working.add(callers.submit(() -> work(one, instance, name)));
                    }
                }
                for (var work : working) {
                    work.get();
                }
            }
        }

        private Instance start(int number) {
            var slowest = Duration.ofMillis(2L * number).toNanos();
            var client = new SimulatedClient(server, new Random(random.nextLong()), slowest);
            var started = Instance.on(client);
            alive.add(started);
            return started;
        }

        private void work(RandomCaller caller, AtomicReference<Instance> instance, String name) {
            for (var operation = 0; operation < operations; operation++) {
                if (operation == operations / 2 && name.equals("0-0")) {
                    kill(instance.get());
                    instance.set(start(0));
                }
                caller.append(operation);
            }
        }

        private void kill(Instance instance) {
            instance.client().die();
            alive.remove(instance);
            killed.add(instance);
        }
    }
}
