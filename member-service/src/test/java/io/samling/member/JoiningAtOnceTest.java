package io.samling.member;

import static io.samling.member.RunningService.joining;
import static io.samling.member.RunningService.json;
import static io.samling.member.RunningService.newAddress;
import static io.samling.member.RunningService.newNumber;
import static io.samling.member.RunningService.positionOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // JUnit fills the fields
class JoiningAtOnceTest {

    @TempDir static Path data;

    static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.in(data);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void the_same_request_sent_by_many_at_once_is_one_event() throws Exception {
        var member = newAddress();
        var joining = joining(newNumber());

        var answers = atOnce(Stream.generate(() -> task(member, joining)).limit(24).toList());

        assertThat(answers).allMatch(answer -> answer.statusCode() == 201);
        assertThat(answers)
                .extracting(RunningService::positionOf)
                .containsOnly(positionOf(answers.getFirst()));
        assertThat(answers).allMatch(answer -> json(answer).get("version").asInt() == 0);
    }

    @Test
    void two_instances_that_join_the_same_200_companies_at_once_join_each_once(@TempDir Path other)
            throws Exception {
        try (var twin = RunningService.in(other)) {
            var numbers = Stream.generate(RunningService::newNumber).limit(200).toList();
            List<Callable<HttpResponse<String>>> tasks = new ArrayList<>();
            for (var number : numbers) {
                tasks.add(() -> service.put(newAddress(), joining(number)));
                tasks.add(() -> twin.put(newAddress(), joining(number)));
            }

            var answers = atOnce(tasks);

            for (int company = 0; company < numbers.size(); company++) {
                var pair = List.of(answers.get(2 * company), answers.get(2 * company + 1));
                assertThat(pair)
                        .extracting(HttpResponse::statusCode)
                        .containsExactlyInAnyOrder(201, 409);
            }
            var last = service.post(service.newMember() + "/annulment", "{}");
            for (var number : numbers) {
                var found = twin.readAfter(last, "/api/members?q=" + number).get("items");
                assertThat(found).as(number).hasSize(1);
            }
        }
    }

    private static Callable<HttpResponse<String>> task(String member, String joining) {
        return () -> service.put(member, joining);
    }

    private static List<HttpResponse<String>> atOnce(List<Callable<HttpResponse<String>>> tasks)
            throws InterruptedException, ExecutionException {
        List<HttpResponse<String>> answers = new ArrayList<>();
        try (var callers = Executors.newFixedThreadPool(32)) {
            for (Future<HttpResponse<String>> answer : callers.invokeAll(tasks)) {
                answers.add(answer.get());
            }
        }
        return answers;
    }
}
