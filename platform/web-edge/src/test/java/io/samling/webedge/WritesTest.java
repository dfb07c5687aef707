package io.samling.webedge;

import static io.samling.webedge.Http.ORDER;
import static io.samling.webedge.Http.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.samling.kernel.Commands.Once;
import io.samling.kernel.Commands.Origin;
import io.samling.webedge.TestService.RecordingCommands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"samling.web.body-limit=200B", "samling.web.allowed-hosts=member-service"})
@SuppressWarnings("NullAway.Init") // JUnit and Spring fill the fields
class WritesTest {

    static final String BODY = "{\"buyer\":\"Acme\",\"day\":\"2025-01-01\"}";

    @TempDir static Path data;

    @LocalServerPort int port;
    @Autowired RecordingCommands commands;

    Http http;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        settings.add("samling.data", data::toString);
    }

    @BeforeEach
    void open() {
        http = new Http(port);
    }

    @Test
    void is_answered_with_where_it_stands() {
        var response = http.put(ORDER, BODY);

        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(response.headers().firstValue("Location")).contains(ORDER);
        assertThat(response.headers().firstValue("ETag")).contains("\"3\"");
        assertThat(response.headers().firstValue("Samling-Position"))
                .contains("member:7f3a91c2:41");
        assertThat(json(response))
                .isEqualTo(json("{\"position\": \"member:7f3a91c2:41\", \"version\": 3}"));
    }

    @Test
    void is_done_by_the_operator_whatever_the_headers_say() throws IOException {
        var origin = origin("Samling-Actor", "somebody", "X-Request-Id", "request-19");

        assertThat(origin.actor()).isEqualTo(Files.readString(data.resolve("operator")).strip());
        assertThat(origin.correlation()).isEqualTo("request-19");
        assertThat(origin.once()).isNull();
        assertThat(origin.expectedVersion()).isNull();
    }

    @Test
    void takes_a_key_and_the_version_seen() {
        var origin = origin("Idempotency-Key", "key-1", "If-Match", "\"7\"");

        assertThat(once(origin).key()).isEqualTo("key-1");
        assertThat(origin.expectedVersion()).isEqualTo(7);
    }

    @Test
    void the_same_request_is_recognised_and_another_is_told_apart() {
        var first = once(origin("Idempotency-Key", "key-1")).request();
        var same = once(origin("Idempotency-Key", "key-2")).request();
        http.put(ORDER, BODY.replace("Acme", "Bolt"), "Idempotency-Key", "key-1");
        var otherBody = once(commands.origins.getLast()).request();
        http.put(ORDER.replace("20", "21"), BODY, "Idempotency-Key", "key-1");
        var otherPath = once(commands.origins.getLast()).request();

        assertThat(same).isEqualTo(first).matches("[0-9a-f]{64}");
        assertThat(otherBody).isNotEqualTo(first).isNotEqualTo(otherPath);
        assertThat(otherPath).isNotEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"has blank", ""})
    void a_malformed_key_is_refused(String key) {
        ProblemsTest.detail(
                http.put(ORDER, BODY, "Idempotency-Key", key), 400, "malformed-idempotency-key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "*", "W/\"7\"", "\"7\", \"8\"", "\"abc\""})
    void a_malformed_version_is_refused(String tag) {
        ProblemsTest.detail(http.put(ORDER, BODY, "If-Match", tag), 400, "malformed-if-match");
    }

    @Test
    void a_request_id_of_a_strange_shape_is_replaced() {
        var id = http.put(ORDER, BODY, "X-Request-Id", "a b<c>").headers();

        assertThat(id.firstValue("X-Request-Id").orElseThrow()).hasSize(36);
    }

    @Test
    void a_body_above_the_limit_is_refused_however_it_is_sent() {
        var large = BODY.replace("Acme", "A".repeat(200));
        var chunked =
                """
                PUT %s HTTP/1.1
                Host: localhost
                Connection: close
                Content-Type: application/json
                Transfer-Encoding: chunked

                %x
                %s
                0

                """
                        .formatted(ORDER, large.length(), large)
                        .replace("\n", "\r\n");

        assertThat(ProblemsTest.detail(http.put(ORDER, large), 413, "body-too-large"))
                .contains("200 bytes");
        assertThat(http.raw(chunked))
                .startsWith("HTTP/1.1 413")
                .contains("/problems/body-too-large");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "LOCALHOST:1",
                "127.0.0.1:8081",
                "[::1]:8081",
                "member-service:8081"
            })
    void answers_on_names_of_its_own(String host) {
        assertThat(toHost(host)).startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "localhost.evil.example", "127.0.0.1.evil.example"})
    void but_on_no_others(String host) {
        assertThat(toHost(host)).startsWith("HTTP/1.1 403").contains("/problems/host-not-allowed");
    }

    @Test
    void a_page_of_another_site_cannot_write() {
        ProblemsTest.detail(
                http.put(ORDER, BODY, "Sec-Fetch-Site", "cross-site"), 403, "cross-site-write");
        ProblemsTest.detail(
                http.put(ORDER, BODY, "Origin", "http://evil.example"), 403, "cross-site-write");
        ProblemsTest.detail(http.put(ORDER, BODY, "Origin", "null"), 403, "cross-site-write");
        var own = http.put(ORDER, BODY, "Origin", "http://127.0.0.1:" + port);
        assertThat(own.statusCode()).isEqualTo(201);
    }

    @Test
    void says_nothing_of_the_server_even_where_a_request_is_broken() {
        var broken = http.raw("GET /%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(broken).startsWith("HTTP/1.1 400").doesNotContainIgnoringCase("tomcat", "java");
        assertThat(broken).contains("/problems/malformed-request");
    }

    @Test
    void tells_health_with_reasons() {
        assertThat(http.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
        assertThat(json(http.get("/actuator/health/readiness")).get("components").propertyNames())
                .contains("diskSpace", "readinessState");
        assertThat(http.get("/actuator/env").statusCode()).isEqualTo(404);
    }

    private String toHost(String host) {
        return http.raw(
                "GET /problems HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
    }

    private Origin origin(String... headers) {
        assertThat(http.put(ORDER, BODY, headers).statusCode()).isEqualTo(201);
        return commands.origins.getLast();
    }

    private static Once once(Origin origin) {
        return Objects.requireNonNull(origin.once());
    }
}
