package io.samling.funding;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import io.samling.eventstore.UnreadableEvent;
import io.samling.eventstore.axon.SamlingEventStore;
import io.samling.eventstore.log.StoredEvent;
import io.samling.testing.KeptEvents;
import io.samling.testing.PastedExamples;
import io.samling.testing.TestServers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The whole service over HTTP, on a MongoDB and a Kafka. */
@SuppressWarnings("NullAway.Init") // JUnit fills the fields
class FundingServiceTest {

    static final JsonMapper JSON = JsonMapper.builder().build();
    static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir static Path data;

    static ConfigurableApplicationContext service;

    @BeforeAll
    static void start() {
        service =
                new SpringApplication(FundingServiceApplication.class)
                        .run(
                                "--server.port=0",
                                "--samling.event-store.snapshot-every=2",
                                "--samling.data=" + data,
                                "--samling.mongodb.uri=" + TestServers.mongodb(),
                                "--samling.kafka.bootstrap=" + TestServers.kafka());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void takes_the_sourced_history_as_it_is_with_all_that_is_unknown() throws IOException {
        for (var row : SourcedHistory.rows("grant", "programme", "project")) {
            var project = "/api/projects/" + UUID.randomUUID();
            var grant = "/api/grants/" + UUID.randomUUID();

            assertThat(put(project, SourcedHistory.projectIn(row)).statusCode()).isEqualTo(201);
            var decided = put(grant, SourcedHistory.grantIn(row, idIn(project)));
            assertThat(decided.statusCode()).as(decided.body()).isEqualTo(201);

            var shown = json(get(project + "?at-least=" + positionOf(decided)));
            var expected = SourcedHistory.projectIn(row).put("demo", false);
            expected.put("id", idIn(project));
            assertThat(shown.withoutGrants()).isEqualTo(expected);
            assertThat(shown.grants()).hasSize(1);
        }
    }

    @Test
    void reads_every_event_that_is_kept_of_whatever_revision() {
        var store = service.getBean(SamlingEventStore.class);

        for (var kept : KeptEvents.ofModule().all()) {
            var stored =
                    new StoredEvent(
                            0,
                            "e",
                            "s",
                            0,
                            "Kept",
                            kept.name(),
                            kept.revision(),
                            0,
                            kept.json(),
                            "{}");
            assertThat(store.read(stored))
                    .as("%s, revision %s", kept.name(), kept.revision())
                    .isNotEmpty()
                    .extracting(EventMessage::getPayload)
                    .noneMatch(UnreadableEvent.class::isInstance);
        }
    }

    @Test
    void keeps_everything_over_a_restart() {
        var register = "/api/share-registers/" + UUID.randomUUID();
        var region = UUID.randomUUID();
        var karlshamn = UUID.randomUUID();
        var issue = register + "/entries/" + UUID.randomUUID();
        var issued =
                "{\"type\":\"ISSUE\",\"count\":400,\"holder\":\"%s\",\"day\":\"2021-07\"}"
                        .formatted(region);
        var transferred =
                """
                {"type":"TRANSFER","first":101,"last":150,"from":"%s","to":"%s","day":"2022"}"""
                        .formatted(region, karlshamn);
        put(register, "{\"company\":\"Exempelbolaget AB (svb)\",\"demo\":true}");
        put(register + "/holders/" + region, "{\"name\":\"Region Blekinge\"}");
        put(register + "/holders/" + karlshamn, "{\"name\":\"Karlshamns kommun\"}");
        var first = put(issue, issued);
        var last = put(register + "/entries/" + UUID.randomUUID(), transferred);
        var before = get(register + "?at-least=" + positionOf(last));

        stop();
        start();

        assertThat(get(register).body()).isEqualTo(before.body());
        var again = put(issue, issued);
        assertThat(again.statusCode()).isEqualTo(first.statusCode()).isEqualTo(201);
        assertThat(get(register + "?at-least=" + positionOf(again)).body())
                .isEqualTo(before.body());
        assertThat(JSON.readTree(before.body()).get("ranges"))
                .extracting(it -> it.get("first").asLong() + "–" + it.get("last").asLong())
                .containsExactly("1–100", "101–150", "151–400");
    }

    @Test
    void stores_nothing_of_a_person() {
        var register = "/api/share-registers/" + UUID.randomUUID();
        var opened = put(register, "{\"company\":\"Exempelbolaget AB\"}");

        var refused =
                put(
                        register + "/holders/" + UUID.randomUUID(),
                        "{\"name\":\"Sven\",\"organisationsnummer\":\"811218-9876\"}");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).doesNotContain("9876", "Sven");
        var shown = get(register + "?at-least=" + positionOf(opened));
        assertThat(JSON.readTree(shown.body()).get("holders")).isEmpty();
    }

    @Test
    void refuses_in_words_that_can_be_looked_up() {
        var refused =
                put(
                        "/api/grants/" + UUID.randomUUID(),
                        """
                        {"projectId":"%s","funders":[{"name":"ESF"}],"meaning":"GRANT"}"""
                                .formatted(UUID.randomUUID()));

        assertThat(refused.statusCode()).isEqualTo(422);
        var type = JSON.readTree(refused.body()).get("type").asString();
        assertThat(type).isEqualTo("/problems/grant-project-unknown");
        assertThat(get(type).body()).contains("Put the project first");
    }

    @Test
    void knows_nothing_of_ids_it_has_never_seen() {
        assertThat(get("/api/projects/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
        assertThat(get("/api/grants/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
        assertThat(get("/api/share-registers/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
        assertThat(
                        post(
                                        "/api/grants/" + UUID.randomUUID() + "/withdrawal",
                                        "{\"withdrawnOn\":\"2020\"}")
                                .statusCode())
                .isEqualTo(404);
    }

    @Test
    void takes_back_the_version_it_gave() {
        var project = "/api/projects/" + UUID.randomUUID();
        var grant = "/api/grants/" + UUID.randomUUID();
        put(project, "{\"name\":\"x\",\"owner\":\"y\"}");
        put(
                grant,
                "{\"projectId\":\"%s\",\"funders\":[{\"name\":\"ESF\"}],\"meaning\":\"GRANT\"}"
                        .formatted(idIn(project)));

        var changed = post(grant + "/change", change("2016"), "If-Match", "\"0\"");
        var late = post(grant + "/change", change("2017"), "If-Match", "\"0\"");

        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        assertThat(late.statusCode()).isEqualTo(412);
        var shown = get(grant + "?at-least=" + positionOf(changed));
        assertThat(shown.headers().firstValue("ETag")).contains("\"1\"");
    }

    @Test
    void a_long_history_is_kept_as_a_snapshot_whatever_it_is_of() {
        var project = "/api/projects/" + UUID.randomUUID();
        var grant = "/api/grants/" + UUID.randomUUID();
        var register = "/api/share-registers/" + UUID.randomUUID();
        put(project, "{\"name\":\"x\",\"owner\":\"y\"}");
        put(
                grant,
                "{\"projectId\":\"%s\",\"funders\":[{\"name\":\"ESF\"}],\"meaning\":\"GRANT\"}"
                        .formatted(idIn(project)));
        post(grant + "/change", change("2016"));
        post(grant + "/change", change("2017"));
        put(register, "{\"company\":\"Exempelbolaget AB (svb)\"}");
        put(register + "/holders/" + UUID.randomUUID(), "{\"name\":\"Region Blekinge\"}");
        put(register + "/holders/" + UUID.randomUUID(), "{\"name\":\"Karlshamns kommun\"}");

        var snapshots = service.getBean(MongoDatabase.class).getCollection("snapshots");
        for (var stream : List.of("grant-" + idIn(grant), "shareregister-" + idIn(register))) {
            await().untilAsserted(
                            () -> assertThat(snapshots.find(eq("stream", stream))).isNotEmpty());
        }
    }

    @Test
    void answers_the_examples_of_its_canvas_as_they_are_pasted() throws Exception {
        var page = Path.of("..", "docs", "services", "funding.md");
        var port = service.getEnvironment().getRequiredProperty("local.server.port");
        PastedExamples.assertWork(page, 8082, port, data);
    }

    static String change(String day) {
        return "{\"amount\":{\"minor\":%s,\"currency\":\"SEK\"},\"changedOn\":\"%s\"}"
                .formatted(day, day);
    }

    record Shown(ObjectNode withoutGrants, JsonNode grants) {}

    static Shown json(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var shown = (ObjectNode) JSON.readTree(answer.body());
        var grants = shown.remove("grants");
        return new Shown(shown, grants);
    }

    static String idIn(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }

    static String positionOf(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Samling-Position")
                .orElseThrow(() -> new AssertionError(answer.body()));
    }

    static HttpResponse<String> put(String path, Object body, String... headers) {
        return send("PUT", path, body, headers);
    }

    static HttpResponse<String> post(String path, Object body, String... headers) {
        return send("POST", path, body, headers);
    }

    static HttpResponse<String> get(String path) {
        return send("GET", path, null);
    }

    static HttpResponse<String> send(
            String method, String path, @Nullable Object body, String... headers) {
        var port = service.getEnvironment().getRequiredProperty("local.server.port");
        var request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .header("Content-Type", "application/json")
                        .method(
                                method,
                                body == null
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body.toString()));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
