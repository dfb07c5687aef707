package io.samling.member;

import static io.samling.member.RunningService.idIn;
import static io.samling.member.RunningService.joining;
import static io.samling.member.RunningService.json;
import static io.samling.member.RunningService.newAddress;
import static io.samling.member.RunningService.newNumber;
import static io.samling.member.RunningService.positionOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.samling.eventstore.UnreadableEvent;
import io.samling.eventstore.axon.SamlingEventStore;
import io.samling.eventstore.log.StoredEvent;
import io.samling.testing.KeptEvents;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventhandling.EventMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@SuppressWarnings("NullAway.Init") // JUnit fills the fields
@ExtendWith(OutputCaptureExtension.class)
class MemberServiceTest {

    static final String RESIGNED = "{\"lastDay\": \"2017-12-31\", \"reason\": \"RESIGNED\"}";

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
    void a_member_joins_leaves_returns_and_is_shown_as_it_was_and_is() {
        var member = service.newMember();

        assertThat(service.post(member + "/departure", RESIGNED).statusCode()).isEqualTo(200);
        assertThat(service.post(member + "/departure", RESIGNED).statusCode()).isEqualTo(200);
        var early = service.post(member + "/return", "{\"firstDay\": \"2017-12-31\"}");
        assertThat(service.problemOf(early)).isEqualTo("periods-overlap");
        var back =
                service.post(
                        member + "/return",
                        "{\"firstDay\": \"2018-05-01\", \"municipality\": \"0763\"}");

        var shown = service.readAfter(back, member);
        assertThat(shown.get("municipality").get("county").asString()).isEqualTo("Kronobergs län");
        assertThat(shown.get("periods"))
                .extracting(it -> it.get("firstDay").asString())
                .containsExactly("2015-01-01", "2018-05-01");
        assertThat(shown.get("periods").get(0).get("reason").asString()).isEqualTo("RESIGNED");
        assertThat(shown.get("periods").get(1).has("lastDay")).isFalse();
    }

    @Test
    void reads_every_event_that_is_kept_of_whatever_revision() {
        var store = service.bean(SamlingEventStore.class);

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
    void its_log_relay_and_view_are_told_in_numbers() {
        service.newMember();

        for (var name :
                List.of(
                        "log.position",
                        "log.waiting",
                        "log.appends?tag=outcome:stored",
                        "relay.position",
                        "relay.facts",
                        "relay.stands.still",
                        "group.position?tag=group:membership-roll",
                        "group.stands.still")) {
            var answer = service.get("/actuator/metrics/samling." + name);
            assertThat(answer.statusCode()).as(name).isEqualTo(200);
            assertThat(json(answer).at("/measurements/0/value").isNumber()).as(name).isTrue();
        }
    }

    @Test
    void its_roll_is_made_again_beside_itself() {
        var member = service.newMember();
        var left = service.post(member + "/departure", RESIGNED);
        var asked = service.post("/api/views/membership-roll/rebuilds", "");
        assertThat(asked.statusCode()).isEqualTo(202);
        var rebuild = asked.headers().firstValue("Location").orElseThrow();

        await().until(() -> service.read(rebuild).get("state").asString().equals("SWITCHED"));

        assertThat(service.read(rebuild).get("differing").asInt()).isZero();
        assertThat(service.readAfter(left, member).get("periods").get(0).has("lastDay")).isTrue();
        assertThat(service.problemOf(service.post("/api/views/nothing/rebuilds", "")))
                .isEqualTo("unknown-view");
        assertThat(service.problemOf(service.get("/api/views/membership-roll/rebuilds/99")))
                .isEqualTo("unknown-rebuild");
    }

    @Test
    void a_member_is_merged_into_another_and_no_other_way() {
        var member = service.newMember();
        var absorber = service.newMember();

        assertThat(service.problemOf(service.post(member + "/merger", merger(member))))
                .isEqualTo("merges-into-itself");
        assertThat(service.problemOf(service.post(member + "/merger", merger(newAddress()))))
                .isEqualTo("absorbing-member-unknown");
        var merged = service.post(member + "/merger", merger(absorber));

        var period = service.readAfter(merged, member).get("periods").get(0);
        assertThat(period.get("lastDay").asString()).isEqualTo("2018-12-31");
        assertThat(period.get("mergedInto").asString()).isEqualTo(idIn(absorber));
    }

    @Test
    void a_number_is_free_again_when_nothing_is_left_that_holds_it() {
        var number = newNumber();
        var first = newAddress();
        var second = newAddress();
        service.put(first, joining(number));

        var refused = service.put(second, joining(number));
        assertThat(service.problemOf(refused)).isEqualTo("organisationsnummer-already-registered");
        assertThat(json(refused).get("detail").asString()).contains(idIn(first));
        service.post(first + "/annulment", "{}");
        assertThat(service.put(second, joining(number)).statusCode()).isEqualTo(201);

        var again = service.post(first + "/return", "{\"firstDay\": \"2019-01-01\"}");
        assertThat(service.problemOf(again)).isEqualTo("organisationsnummer-already-registered");
        var freed = service.post(second + "/annulment", "{}");
        assertThat(service.readAfter(freed, second).get("periods")).isEmpty();
        var back = service.post(first + "/return", "{\"firstDay\": \"2019-01-01\"}");
        assertThat(service.readAfter(back, first).get("periods")).hasSize(1);
    }

    @Test
    void readings_are_reported_and_corrected_and_the_earlier_one_stays_known() {
        var member = service.newMember();
        var reading = member + "/headcounts/" + UUID.randomUUID();
        var report =
                """
                {"measure": "HEADCOUNT", "scope": "SITE", "asOf": "2017-12-31", "value": 40,
                 "source": "MEMBER"}""";

        assertThat(service.put(reading, report).statusCode()).isEqualTo(201);
        assertThat(service.put(reading, report).statusCode()).isEqualTo(201);
        assertThat(service.problemOf(service.put(reading, report.replace("40", "41"))))
                .isEqualTo("reading-exists-with-other-data");
        var corrected =
                service.post(reading + "/correction", "{\"value\": 38, \"source\": \"SCB\"}");

        var shown = service.readAfter(corrected, member).get("headcounts").get(0);
        assertThat(shown.get("value").asInt()).isEqualTo(38);
        assertThat(shown.get("earlier").get(0).get("value").asInt()).isEqualTo(40);
        var atAStranger = newAddress() + "/headcounts/" + UUID.randomUUID();
        assertThat(service.problemOf(service.put(atAStranger, report))).isEqualTo("unknown-member");
        assertThat(
                        service.problemOf(
                                service.post(
                                        atAStranger + "/correction",
                                        "{\"value\": 1,\"source\":\"SCB\"}")))
                .isEqualTo("unknown-reading");
    }

    @Test
    void everything_is_there_after_a_restart() {
        var member = service.newMember();
        var left =
                service.post(
                        member + "/departure",
                        "{\"lastDay\": \"2017-12-31\", \"reason\": \"BANKRUPT\"}");
        var before = service.readAfter(left, member);

        stop();
        start();

        assertThat(service.read(member)).isEqualTo(before);
        assertThat(
                        service.problemOf(
                                service.post(member + "/return", "{\"firstDay\": \"2017-01-01\"}")))
                .isEqualTo("periods-overlap");
    }

    @Test
    void a_sole_trader_leaves_no_trace(CapturedOutput log) {
        var member = newAddress();

        var refused = service.put(member, joining("811218-9876"));

        assertThat(service.problemOf(refused)).isEqualTo("sole-trader");
        assertThat(refused.body()).doesNotContain("811218", "9876", "Member");
        assertThat(log.getAll()).doesNotContain("811218", "9876");
        assertThat(service.problemOf(service.get(member))).isEqualTo("unknown-member");
    }

    @Test
    void a_write_says_no_to_whom_it_does_not_know_or_who_comes_late() {
        var member = service.newMember();

        assertThat(service.problemOf(service.post(newAddress() + "/departure", RESIGNED)))
                .isEqualTo("unknown");
        assertThat(
                        service.problemOf(
                                service.post(member + "/departure", RESIGNED, "If-Match", "\"7\"")))
                .isEqualTo("superseded");
        assertThat(service.post(member + "/departure", RESIGNED, "If-Match", "\"0\"").statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_key_takes_effect_once() {
        var member = service.newMember();
        var key = UUID.randomUUID().toString();

        var first = service.post(member + "/departure", RESIGNED, "Idempotency-Key", key);
        var second = service.post(member + "/departure", RESIGNED, "Idempotency-Key", key);
        var other = service.post(member + "/annulment", "{}", "Idempotency-Key", key);

        assertThat(positionOf(second)).isEqualTo(positionOf(first));
        assertThat(service.problemOf(other)).isEqualTo("idempotency-key-reused");
    }

    @Test
    void is_ready_and_says_why() {
        var ready = service.read("/actuator/health/readiness");

        assertThat(ready.get("status").asString()).isEqualTo("UP");
        assertThat(ready.toString()).contains("membership-roll", "log");
        assertThat(service.read("/actuator/health/liveness").get("status").asString())
                .isEqualTo("UP");
    }

    @Test
    void describes_itself() {
        var paths = service.read("/openapi").get("paths").propertyNames();

        assertThat(paths)
                .contains(
                        "/api/members",
                        "/api/members/{id}",
                        "/api/members/{id}/departure",
                        "/api/members/{id}/merger",
                        "/api/members/{id}/return",
                        "/api/members/{id}/annulment",
                        "/api/members/{id}/headcounts/{readingId}",
                        "/api/members/{id}/headcounts/{readingId}/correction",
                        "/api/municipalities");
    }

    private static String merger(String into) {
        return "{\"day\": \"2019-01-01\", \"into\": \"" + idIn(into) + "\"}";
    }
}
