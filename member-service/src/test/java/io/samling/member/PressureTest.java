package io.samling.member;

import static io.samling.member.RunningService.joining;
import static io.samling.member.RunningService.json;
import static io.samling.member.RunningService.newNumber;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.samling.testing.CuttingProxy;
import io.samling.testing.TestServers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What callers hear over HTTP while the database takes its time. */
class PressureTest {

    @TempDir Path data;
    final CuttingProxy mongodb = new CuttingProxy(TestServers.mongodb(), 1, 0);
    final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    final List<String> members = new ArrayList<>();

    @AfterEach
    void close() throws IOException {
        mongodb.release();
        callers.close();
        mongodb.close();
    }

    RunningService start(int queue) {
        return RunningService.on(
                mongodb.connectionString(),
                data,
                "--samling.event-store.queue=" + queue,
                "--samling.event-store.patience=60s");
    }

    /** Sends joins at once, of which the first is on its way to the database and the rest wait. */
    List<Future<HttpResponse<String>>> join(RunningService service, int number) {
        var answers = new ArrayList<Future<HttpResponse<String>>>();
        mongodb.hold();
        for (var i = 0; i < number; i++) {
            var member = "/api/members/" + UUID.randomUUID();
            members.add(member);
            var joining = joining(newNumber());
            answers.add(callers.submit(() -> service.put(member, joining)));
            var waiting = i;
            await().until(() -> mongodb.held() > 0 && waitingIn(service) == waiting);
        }
        return answers;
    }

    static int waitingIn(RunningService service) {
        var waiting = service.read("/actuator/metrics/samling.log.waiting");
        return waiting.at("/measurements/0/value").asInt();
    }

    static void assertAllJoined(List<Future<HttpResponse<String>>> answers) throws Exception {
        for (var answer : answers) {
            assertThat(answer.get().statusCode()).as(answer.get().body()).isEqualTo(201);
        }
    }

    @Test
    void one_more_than_can_wait_is_told_to_come_again() throws Exception {
        try (var service = start(2)) {
            var answers = join(service, 3);

            var refused = service.put("/api/members/" + UUID.randomUUID(), joining(newNumber()));

            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).hasValue("2");
            assertThat(json(refused).get("type").asString()).isEqualTo("/problems/too-busy");
            mongodb.release();
            assertAllJoined(answers);
        }
    }

    @Test
    void a_service_that_is_stopped_answers_whom_it_has_let_in_and_nobody_else() throws Exception {
        var service = start(20);
        var answers = join(service, 8);

        var stopping = callers.submit(service::close);
        await().until(() -> isClosed(service.port()));
        mongodb.release();

        assertAllJoined(answers);
        stopping.get();
        try (var again = start(20)) {
            for (var member : members) {
                var same = again.post(member + "/annulment", "{}");
                assertThat(same.statusCode()).as(same.body()).isEqualTo(200);
            }
        }
    }

    private static boolean isClosed(String port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(port))) {
            return !socket.isConnected();
        } catch (IOException refused) {
            return true;
        }
    }
}
