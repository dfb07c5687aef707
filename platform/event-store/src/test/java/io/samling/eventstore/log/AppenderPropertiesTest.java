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
 * replica set may. Failing, it looks for the fewest operations that fail with the same seed.
 */
class AppenderPropertiesTest {

    private static final int INSTANCES = 3;
    private static final int CALLERS = 5;
    private static final int OPERATIONS = Proof.isLong() ? 40 : 12;
    private static final double TROUBLE = 0.25;
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final LogOptions OPTIONS =
            new LogOptions(new AppendLimits(PATIENCE, 1000), false);

    @Test
    void nothing_told_to_a_caller_or_a_reader_is_untrue_in_the_end() throws Exception {
        Proof.of("appenders on a bad server", seed -> holdsFor(seed, OPERATIONS));
    }

    private static void holdsFor(long seed, int operations) throws Exception {
        try {
            new Round(seed, operations).hold();
        } catch (AssertionError | RuntimeException failed) {
            shrink(seed, operations / 2);
            throw failed;
        }
    }

    /** Threads make each run another one, so a smaller one is tried a few times. */
    private static void shrink(long seed, int operations) throws Exception {
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

    /** Some instances, one of them much slower and one killed on the way, and their callers. */
    private static final class Round {

        private final Random random;
        private final int operations;
        private final SimulatedServer server;
        private final Queue<Tried> told = new ConcurrentLinkedQueue<>();
        private final List<EventLog> logs = new ArrayList<>();
        private final List<Follower> followers = new ArrayList<>();

        Round(long seed, int operations) {
            this.random = new Random(seed);
            this.operations = operations;
            this.server = new SimulatedServer(new Random(seed + 1), TROUBLE);
        }

        void hold() throws Exception {
            try {
                letCallersWork();
            } finally {
                server.calmDown();
                logs.forEach(EventLog::close);
            }
            var reader = open(new SimulatedClient(server, random, 0));
            var log = new WholeLog(reader.reader());
            reader.close();
            System.out.printf(
                    "proof: %s; %d events in %s%n",
                    Tried.answers(told), log.size(), server.story());
            log.assertSound();
            log.assertAgreesWith(told, PATIENCE);
            for (var follower : followers) {
                log.assertBeginsWith(follower.seen());
            }
            assertThat(logs).allMatch(one -> one.tail().fault() == null);
        }

        private void letCallersWork() throws Exception {
            try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
                var working = new ArrayList<Future<?>>();
                for (var instance = 0; instance < INSTANCES; instance++) {
                    var client = client(instance);
                    var log = new AtomicReference<>(followed(client));
                    for (var caller = 0; caller < CALLERS; caller++) {
                        var name = instance + "-" + caller;
                        var one =
                                new RandomCaller(
                                        log::get, name, new Random(random.nextLong()), told);
                        working.add(callers.submit(() -> work(one, client, log, name)));
                    }
                }
                for (var work : working) {
                    work.get();
                }
            }
        }

        private SimulatedClient client(int instance) {
            var slowest = Duration.ofMillis(2L * instance).toNanos();
            return new SimulatedClient(server, new Random(random.nextLong()), slowest);
        }

        private void work(
                RandomCaller caller,
                SimulatedClient client,
                AtomicReference<EventLog> log,
                String name) {
            for (var operation = 0; operation < operations; operation++) {
                if (operation == operations / 2 && name.equals("0-0")) {
                    client.die();
                    log.set(followed(client(0)));
                }
                caller.append(operation);
            }
        }

        private EventLog followed(SimulatedClient client) {
            var log = open(client);
            synchronized (followers) {
                logs.add(log);
                followers.add(new Follower(log));
            }
            return log;
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
}
