package io.samling.member;

import static org.assertj.core.api.Assertions.assertThat;

import io.samling.testing.TestServers;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One instance of the whole service, spoken to over HTTP, on a MongoDB and a Kafka. */
final class RunningService implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final ConfigurableApplicationContext context;
    private final String address;

    private RunningService(ConfigurableApplicationContext context) {
        this.context = context;
        this.address = "http://127.0.0.1:" + port();
    }

    /** Starts an instance that keeps its own things in a folder. */
    static RunningService in(Path data, String... settings) {
        return on(TestServers.mongodb(), data, settings);
    }

    /** Starts one that reaches its MongoDB at another address. */
    static RunningService on(String mongodb, Path data, String... settings) {
        var usual =
                Stream.of(
                        "--server.port=0",
                        "--samling.data=" + data,
                        "--samling.mongodb.uri=" + mongodb,
                        "--samling.kafka.bootstrap=" + TestServers.kafka());
        return new RunningService(
                new SpringApplication(MemberServiceApplication.class)
                        .run(Stream.concat(usual, Stream.of(settings)).toArray(String[]::new)));
    }

    /** An organisation number that no test has used: of a group that no company has. */
    static String newNumber() {
        var nine = "4998%05d".formatted(NUMBERS.incrementAndGet());
        int sum = 0;
        for (int place = 0; place < 9; place++) {
            int weighted = (nine.charAt(place) - '0') * (place % 2 == 0 ? 2 : 1);
            sum += weighted / 10 + weighted % 10;
        }
        return nine + (10 - sum % 10) % 10;
    }

    /** The address of a member that nobody has. */
    static String newAddress() {
        return "/api/members/" + UUID.randomUUID();
    }

    static String idIn(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }

    static String joining(String number) {
        return """
        {"organisationsnummer": "%s", "name": "Member %s", "kind": "COMPANY",
         "municipality": "1060", "firstDay": "2015-01-01", "demo": true}"""
                .formatted(number, number);
    }

    /** Has one join, and answers its address. */
    String newMember() {
        var member = newAddress();
        var joined = put(member, joining(newNumber()));
        assertThat(joined.statusCode()).as(joined.body()).isEqualTo(201);
        return member;
    }

    HttpResponse<String> put(String path, String json, String... headers) {
        return send("PUT", path, json, headers);
    }

    HttpResponse<String> post(String path, String json, String... headers) {
        return send("POST", path, json, headers);
    }

    HttpResponse<String> get(String path) {
        return send("GET", path, "");
    }

    String port() {
        return context.getEnvironment().getRequiredProperty("local.server.port");
    }

    /** Answers, and expects that this works. */
    JsonNode read(String path) {
        var answer = get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    /** Reads what includes a write. */
    JsonNode readAfter(HttpResponse<String> write, String path) {
        return read(path + (path.contains("?") ? "&" : "?") + "at-least=" + positionOf(write));
    }

    /** The code of a problem, whose type must be explained. */
    String problemOf(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 599);
        var type = json(answer).get("type").asString();
        assertThat(read(type).get("status").asInt()).isEqualTo(answer.statusCode());
        return type.substring("/problems/".length());
    }

    static String positionOf(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
        return answer.headers().firstValue("Samling-Position").orElseThrow();
    }

    static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    HttpResponse<String> send(String method, String path, String json, String... headers) {
        var body = json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json);
        var request =
                HttpRequest.newBuilder(URI.create(address + path))
                        .header("Content-Type", "application/json")
                        .method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
