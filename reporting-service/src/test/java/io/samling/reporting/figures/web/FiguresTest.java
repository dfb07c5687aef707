package io.samling.reporting.figures.web;

import static io.samling.reporting.ToldFacts.granted;
import static io.samling.reporting.ToldFacts.told;
import static io.samling.reporting.figures.web.RunningService.encoded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.samling.contracts.LogPositions;
import io.samling.contracts.Topics;
import io.samling.contracts.member.v1.MemberFact;
import io.samling.contracts.member.v1.MemberFact.HeadcountReported;
import io.samling.contracts.member.v1.MemberFact.MembershipBegan;
import io.samling.contracts.member.v1.MemberFact.MembershipEnded;
import io.samling.contracts.member.v1.MemberFact.Reading;
import io.samling.contracts.ownership.v1.OwnershipFact.Range;
import io.samling.contracts.ownership.v1.OwnershipFact.SharesIssued;
import io.samling.eventfeed.ToldLog;
import io.samling.eventfeed.ToldLog.Event;
import io.samling.localstack.KafkaBroker;
import io.samling.testing.TestServers;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // JUnit fills what is started before all tests
class FiguresTest {

    private static final LocalDate NEW_YEAR = LocalDate.of(2025, 1, 1);
    private static final LocalDate LAST_DAY_OF_MAY = LocalDate.of(2025, 5, 31);
    private static final String MEMBER_LOG = "0000abcd";
    private static final String FUNDING_LOG = "0000ef01";

    @TempDir static Path folder;

    private KafkaBroker kafka;
    private ToldLog member;
    private ToldLog funding;
    private RunningService service;
    private RunningService other;
    private LogPositions early;
    private LogPositions late;

    @BeforeAll
    void start() {
        kafka = KafkaBroker.start(folder, "127.0.0.1", 0);
        member = log("member", MEMBER_LOG);
        funding = log("funding", FUNDING_LOG);
        var database = TestServers.database();
        service = RunningService.start(TestServers.mongodb(), kafka.bootstrap(), database);
        other = RunningService.start(TestServers.mongodb(), kafka.bootstrap(), database);
        funding.tell(told(granted()), issued());
        early =
                member.tell(
                        told(began("acme")),
                        told(began("beta")),
                        told(reported("acme", 40)),
                        told(reported("beta", 60)));
        var ended = new MembershipEnded("beta", 1, NEW_YEAR, LAST_DAY_OF_MAY, "RESIGNED", null);
        late = member.tell(told(ended));
        for (var each : List.of(service, other)) {
            each.awaitKnown(funding.position());
            each.awaitKnown(late);
        }
    }

    @Test
    void members_and_employees_are_counted_as_of_a_day() {
        var inMay = service.figure("members", late, "&asOf=2025-05-31");
        var inJune = service.figure("employees", late, "&asOf=2025-06-01");

        assertThat(inMay.get("value").asInt()).isEqualTo(2);
        assertThat(inMay.get("definition").asString()).isEqualTo("members/1");
        assertThat(inMay.get("settled").asBoolean()).isFalse();
        assertThat(inMay.get("parked").asInt()).isZero();
        assertThat(inJune.get("value").asInt()).isEqualTo(40);
        assertThat(inJune.get("missing").asInt()).isZero();
    }

    @Test
    void an_answer_says_what_it_rests_on_and_can_be_asked_again_by_it() {
        var now = service.figure("members", late, "&asOf=2025-06-01");
        var then = service.get("/api/figures/members?asOf=2025-06-01&known=" + encoded(early));

        assertThat(now.get("known").asString()).isEqualTo("funding:0000ef01:1," + late);
        assertThat(now.get("value").asInt()).isOne();
        assertThat(then.get("value").asInt()).isEqualTo(2);
        assertThat(then.get("known").asString()).isEqualTo(early.toString());
        assertThat(then.get("settled").asBoolean()).isTrue();
    }

    @Test
    void a_moment_names_what_was_recorded_by_then() {
        var moment = encoded(ToldLog.recorded(2));

        var then = service.figure("employees", late, "&asOf=2025-06-01&knownAt=" + moment);

        assertThat(then.get("value").asInt()).isEqualTo(40);
        assertThat(then.get("missing").asInt()).isOne();
        assertThat(then.get("knownAt").asString()).isEqualTo("2026-01-01T00:00:02Z");
        assertThat(then.get("known").asString()).contains("member:0000abcd:2");
    }

    @Test
    void grants_are_added_up_in_minor_units_of_their_currency() {
        var grants = service.figure("grants", funding.position(), "&asOf=2025-06-01");

        assertThat(grants.get("value").toString())
                .isEqualTo("{\"minor\":1990560000,\"currency\":\"SEK\"}");
        assertThat(grants.get("count").asInt()).isOne();
        assertThat(grants.get("totalBudgets").get("count").asInt()).isZero();
    }

    @Test
    void owners_are_told_with_shares_and_votes() {
        var owners = service.figure("owners", funding.position(), "&asOf=2025-06-01");
        var list = service.figure("owners/list", funding.position(), "&asOf=2025-06-01");

        assertThat(owners.get("value").asInt()).isOne();
        assertThat(owners.get("registers").get(0).get("votes").asLong()).isEqualTo(1000);
        assertThat(list.get("items").get(0).get("last").asLong()).isEqualTo(500);
    }

    @Test
    void every_instance_answers_the_same() {
        var path = "/api/figures/employees?asOf=2025-06-01&known=" + encoded(late);

        assertThat(other.get(path)).isEqualTo(service.get(path));
    }

    @Test
    void the_list_behind_a_figure_is_as_long_as_the_figure_says_page_by_page() {
        var known = "?asOf=2025-03-01&limit=1&known=" + encoded(late);
        var first = service.get("/api/figures/members/list" + known);
        var cursor = first.get("next").asString();
        var second = service.get("/api/figures/members/list" + known + "&cursor=" + cursor);

        assertThat(first.get("items").get(0).get("memberId").asString()).isEqualTo("acme");
        assertThat(second.get("items").get(0).get("memberId").asString()).isEqualTo("beta");
        assertThat(second.has("next")).isFalse();
    }

    @Test
    void what_is_not_known_in_time_is_said_with_the_place_of_the_log() {
        var never = "member:0000abcd:99";

        var problem = service.get("/api/figures/members?at-least=" + never);

        assertThat(problem.get("type").asString()).isEqualTo("/problems/not-yet-known");
        assertThat(problem.get("status").asInt()).isEqualTo(503);
        assertThat(problem.get("detail").asString()).contains(never, late.toString());
    }

    @Test
    void nonsense_is_refused_by_name() {
        var refusals =
                Map.ofEntries(
                        Map.entry("nobody", "404 /problems/unknown-figure"),
                        Map.entry("members?asof=2025-01-01", "400 /problems/unknown-parameter"),
                        Map.entry("members?measure=FTE", "400 /problems/unknown-parameter"),
                        Map.entry("employees?measure=X", "400 /problems/malformed-parameter"),
                        Map.entry("members?asOf=2025-13-01", "400 /problems/malformed-parameter"),
                        Map.entry("members?asOf=9999-01-01", "400 /problems/malformed-parameter"),
                        Map.entry("members?known=x", "400 /problems/malformed-parameter"),
                        Map.entry("members?at-least=x", "400 /problems/malformed-parameter"),
                        Map.entry(
                                "members?asOf=2025-01-01&asOf=2025-01-02",
                                "400 /problems/repeated-parameter"),
                        Map.entry("members?known=member:ffffffff:1", "409 /problems/other-log"),
                        Map.entry(
                                "members?at-least=weather:ffffffff:1", "400 /problems/unknown-log"),
                        Map.entry(
                                "members?known=funding:0000ef01:1",
                                "400 /problems/known-incomplete"),
                        Map.entry(
                                "members?knownAt=2999-01-01T00:00:00Z",
                                "422 /problems/known-at-in-the-future"),
                        Map.entry(
                                "members?knownAt=2026-01-01T00:00:00Z&known=member:0000abcd:1",
                                "400 /problems/known-twice"));

        refusals.forEach(
                (question, refusal) -> {
                    var problem = service.get("/api/figures/" + question);
                    assertThat(problem.get("status") + " " + problem.path("type").asString())
                            .as(question)
                            .isEqualTo(refusal);
                });
    }

    @Test
    void every_figure_says_what_it_counts() {
        var definitions = service.get("/api/figures");

        assertThat(definitions.findValuesAsString("figure"))
                .contains("members", "employees", "grants", "owners");
        assertThat(definitions.findValuesAsString("sentence")).allMatch(text -> text.length() > 20);
    }

    @Test
    void it_is_ready_and_says_how_far_each_log_is_known() {
        await().untilAsserted(
                        () ->
                                assertThat(service.status("/actuator/health/readiness"))
                                        .isEqualTo(200));
        var health = service.get("/actuator/health/readiness").toString();

        assertThat(health).contains("member:0000abcd:4", "completeUntil", "lagSeconds");
        assertThat(service.status("/actuator/metrics/samling.feed.lag")).isEqualTo(200);
    }

    @Test
    void the_view_is_rebuilt_as_a_job_that_says_how_far_it_is() {
        var path = "/api/figures/employees?asOf=2025-06-01&known=" + encoded(late);
        var before = service.get(path);

        var begun = service.post("/api/feed/rebuilds");
        assertThat(begun.statusCode()).isEqualTo(202);
        var job = begun.headers().firstValue("Location").orElseThrow();
        await().until(() -> other.get(job).get("state").asString().equals("SWITCHED"));

        assertThat(service.get(job).get("differing").asInt()).isZero();
        assertThat(service.get(path)).isEqualTo(before);
        assertThat(service.status("/api/feed/rebuilds/99")).isEqualTo(404);
    }

    private ToldLog log(String name, String logId) {
        return ToldLog.start(kafka.bootstrap(), name, logId, Topics.factsOf(name));
    }

    private static Event issued() {
        var shares = new Range(1, 500);
        return told(new SharesIssued("r", "e", shares, "kommun", "A", 2, "2021-10-01"));
    }

    private static MemberFact began(String member) {
        return new MembershipBegan(
                member, 1, "4999000005", member, "COMPANY", "1080", NEW_YEAR, true);
    }

    private static MemberFact reported(String member, long value) {
        return new HeadcountReported(
                member, "r-" + member, new Reading("HEADCOUNT", "SITE", NEW_YEAR, value, "MEMBER"));
    }

    @AfterAll
    void stop() throws Exception {
        for (var running : List.of(service, other, member, funding, kafka)) {
            running.close();
        }
    }
}
