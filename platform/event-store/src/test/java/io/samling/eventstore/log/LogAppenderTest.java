package io.samling.eventstore.log;

import static io.samling.eventstore.log.TestLogs.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.samling.kernel.Unavailable;
import io.samling.testing.CuttingProxy;
import io.samling.testing.TestServers;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What callers hear while the database does not answer, and afterwards. */
class LogAppenderTest {

    static final AppendLimits IMPATIENT = new AppendLimits(Duration.ofSeconds(2), 2);

    final TestLogs logs = new TestLogs();
    final CuttingProxy server = new CuttingProxy(TestServers.mongodb(), 1, 0);
    final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void close() throws IOException {
        server.release();
        logs.close();
        server.close();
        callers.close();
    }

    static void append(EventLog log, String stream) {
        log.append(List.of(event(stream, 0)), List.of(), null);
    }

    /** Whether it is stored now; a caller who hears that this is not known asks again. */
    static boolean isRecorded(EventLog log, String stream) {
        try {
            append(log, stream);
        } catch (Unavailable busy) {
            return false;
        } catch (AppendRefused.StreamMoved byItself) {
            return true;
        }
        return true;
    }

    static void assertUnavailable(Unavailable.Kind kind, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Unavailable.class,
                        unavailable -> assertThat(unavailable.kind()).isEqualTo(kind));
    }

    @Test
    void an_outcome_is_unknown_while_the_database_is_silent_and_found_out_afterwards() {
        var log = logs.openOver(server.connectionString(), IMPATIENT);
        server.hold();

        var inFlight = callers.submit(() -> append(log, "in-flight"));
        await().until(() -> server.held() > 0);
        assertUnavailable(Unavailable.Kind.NOTHING_DONE, () -> append(log, "in-the-queue"));
        assertThatThrownBy(inFlight::get)
                .cause()
                .isInstanceOfSatisfying(
                        Unavailable.class,
                        unavailable ->
                                assertThat(unavailable.kind())
                                        .isEqualTo(Unavailable.Kind.OUTCOME_UNKNOWN));
        server.release();

        await().until(() -> logs.events().size() == 1);
        await().until(() -> isRecorded(log, "afterwards"));
        assertThat(logs.events())
                .extracting(StoredEvent::stream)
                .containsExactly("in-flight", "afterwards");
    }

    @Test
    void a_full_queue_pushes_back_at_once() {
        var limits = new AppendLimits(Duration.ofSeconds(20), 2);
        var log = logs.openOver(server.connectionString(), limits);
        server.hold();
        var waiting = new ArrayList<Future<?>>();
        waiting.add(callers.submit(() -> append(log, "in-flight")));
        await().until(() -> server.held() > 0);
        waiting.add(callers.submit(() -> append(log, "first")));
        waiting.add(callers.submit(() -> append(log, "second")));
        await().until(() -> log.waiting() == 2);

        assertUnavailable(Unavailable.Kind.NOTHING_DONE, () -> append(log, "one-too-many"));
        server.release();

        await().until(() -> waiting.stream().allMatch(Future::isDone));
        assertThat(logs.events()).hasSize(3);
    }

    @Test
    void what_waits_meanwhile_is_written_together() {
        var asked = new Asked();
        var limits = new AppendLimits(Duration.ofSeconds(20), 50);
        var log = logs.openOver(server.connectionString(), limits, asked);
        server.hold();
        var waiting = new ArrayList<Future<?>>();
        waiting.add(callers.submit(() -> append(log, "in-flight")));
        await().until(() -> server.held() > 0);
        for (var number = 0; number < 20; number++) {
            var stream = "waiting-" + number;
            waiting.add(callers.submit(() -> append(log, stream)));
        }
        await().until(() -> log.waiting() == 20);

        server.release();

        await().until(() -> waiting.stream().allMatch(Future::isDone));
        assertThat(logs.events()).hasSize(21);
        assertThat(asked.named("insert"))
                .extracting(Asked.Command::documents)
                .containsExactly(1, 20);
    }

    @Test
    void closing_writes_what_waits() {
        var log =
                logs.openOver(
                        server.connectionString(), new AppendLimits(Duration.ofSeconds(20), 9));
        server.hold();
        var waiting = new ArrayList<Future<?>>();
        waiting.add(callers.submit(() -> append(log, "in-flight")));
        await().until(() -> server.held() > 0);
        waiting.add(callers.submit(() -> append(log, "waiting")));
        await().until(() -> log.waiting() == 1);

        var closing = callers.submit(log::close);
        server.release();

        await().until(() -> closing.isDone() && waiting.stream().allMatch(Future::isDone));
        assertThat(logs.events()).hasSize(2);
        assertUnavailable(Unavailable.Kind.NOTHING_DONE, () -> append(log, "too-late"));
    }

    @Test
    void closing_amid_writes_leaves_nothing_half_and_loses_nothing_acknowledged() {
        var patience = Duration.ofSeconds(30);
        var log = logs.openOver(TestServers.mongodb(), new AppendLimits(patience, 50));
        var told = new ConcurrentLinkedQueue<Tried>();
        var closed = new AtomicBoolean();
        var working = new ArrayList<Future<?>>();
        for (var number = 0; number < 12; number++) {
            var random = new Random(number);
            var caller = new RandomCaller(() -> log, "c" + number, random, told);
            working.add(
                    callers.submit(
                            () -> {
                                for (var i = 0; !closed.get(); i++) {
                                    caller.append(i);
                                }
                            }));
        }
        await().until(() -> told.size() > 100);

        log.close();
        closed.set(true);

        await().until(() -> working.stream().allMatch(Future::isDone));
        var whole = new WholeLog(new LogReader(LogCollection.in(logs.database())));
        whole.assertSound();
        whole.assertAgreesWith(told, patience);
        assertThat(told).anyMatch(one -> one.answer() instanceof Tried.Answer.Stored);
        assertThat(told).noneMatch(one -> one.answer() instanceof Tried.Answer.Unknown);
    }
}
