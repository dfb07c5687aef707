package io.samling.reporting.figures.web;

import static io.samling.reporting.ToldFacts.granted;
import static io.samling.reporting.ToldFacts.told;
import static org.assertj.core.api.Assertions.assertThat;

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
import io.samling.eventfeed.ToldLog.Told;
import io.samling.localstack.KafkaBroker;
import io.samling.reporting.members.Recount;
import io.samling.testing.TestServers;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.deser.DeserializationProblemHandler;
import tools.jackson.databind.json.JsonMapper;

/** Facts that today's code cannot read, until there is code that can. */
@SuppressWarnings("NullAway.Init") // JUnit fills what is started before the test
class ParkedFactsTest {

    private static final LocalDate NEW_YEAR = LocalDate.of(2025, 1, 1);
    private static final LocalDate LAST_OF_SEPTEMBER = LocalDate.of(2025, 9, 30);

    /** What member-service tells; the fourth, and all of acme's after it, cannot be read. */
    private static final List<MemberFact> MEMBERS =
            List.of(
                    began("acme"),
                    began("beta"),
                    reported("acme", "r1", NEW_YEAR, 40),
                    reported("acme", "r2", LocalDate.of(2025, 6, 1), 50),
                    new MembershipEnded("acme", 1, NEW_YEAR, LAST_OF_SEPTEMBER, "RESIGNED", null),
                    reported("acme", "r3", LocalDate.of(2025, 8, 1), 55),
                    reported("beta", "r4", NEW_YEAR, 60));

    private static final List<MemberFact> READABLE =
            List.of(MEMBERS.get(0), MEMBERS.get(1), MEMBERS.get(2), MEMBERS.get(6));

    @TempDir Path folder;

    private final String database = TestServers.database();
    private KafkaBroker kafka;
    private ToldLog member;
    private ToldLog funding;
    private RunningService service;

    @BeforeEach
    void start() {
        kafka = KafkaBroker.start(folder, "127.0.0.1", 0);
        member = log("member", "0000abcd");
        funding = log("funding", "0000ef01");
        service = started();
    }

    @Test
    void are_left_out_of_the_figures_they_affect_which_say_so_until_they_are_repaired() {
        funding.tell(told(granted()), inWords(told(issued()), 500, "five hundred"));
        for (var fact : MEMBERS) {
            var event = told(fact);
            member.tell(fact == MEMBERS.get(3) ? inWords(event, 50, "fifty") : event);
        }

        awaitAllKnown();
        figuresAgree(READABLE, 3);
        assertThat(owners().get("value").asInt()).isZero();
        assertThat(parked(owners())).isOne();
        assertThat(parked(grants())).isZero();
        assertThat(parked(asKnownAt("member:0000abcd:2"))).isZero();
        assertThat(parked(asKnownAt("member:0000abcd:4"))).isEqualTo(2);
        theReasonsAreSaid();
        numbersSay(3, 1);
        thePageMarks("members", "employees", "owners");

        service.close();
        service = started(ReadsWords.class);
        awaitAllKnown();
        var left = service.post("/api/feed/repair").body();

        assertThat(left).isEqualTo("{\"subjectsLeft\":0,\"recordsLeft\":0}");
        figuresAgree(MEMBERS, 0);
        assertThat(owners().get("value").asInt()).isOne();
        assertThat(parked(owners())).isZero();
        assertThat(health().toString()).doesNotContain("unread", "Exception");
        numbersSay(0, 0);
        thePageMarks();
    }

    /** On every month's first day, and the lists with them. */
    private void figuresAgree(List<MemberFact> facts, int parked) {
        for (int month = 1; month <= 12; month++) {
            var day = LocalDate.of(2025, month, 1);
            var recount = new Recount(facts).employees(day);
            var members = figure("members", day);
            var employees = figure("employees", day);

            assertThat(members.get("value").asInt()).as("%s", day).isEqualTo(recount.members());
            assertThat(employees.get("value").asLong()).as("%s", day).isEqualTo(recount.value());
            assertThat(figure("members/list", day).get("items").size())
                    .isEqualTo(recount.members());
            assertThat(sum(figure("employees/list", day))).isEqualTo(recount.value());
            assertThat(parked(members)).isEqualTo(parked);
            assertThat(parked(employees)).isEqualTo(parked);
        }
    }

    private void theReasonsAreSaid() {
        var unread = health().get("member").get("unread");

        assertThat(unread.size()).isOne();
        assertThat(unread.get(0).get("topic").asString()).isEqualTo(Topics.MEMBER_FACTS);
        assertThat(unread.get(0).get("place").asString()).isEqualTo("0000abcd-3-0");
        assertThat(unread.get(0).get("reason").asString())
                .contains("headcount-reported", "InvalidFormatException")
                .doesNotContain("fifty");
        assertThat(unread.get(0).get("facts").asInt()).isEqualTo(3);
        assertThat(health().get("funding").get("unread").get(0).get("topic").asString())
                .isEqualTo(Topics.OWNERSHIP_FACTS);
    }

    private void numbersSay(int members, int shares) {
        assertThat(number("samling.feed.parked?tag=log:member")).isEqualTo(members);
        assertThat(number("samling.feed.parked?tag=topic:" + Topics.OWNERSHIP_FACTS))
                .isEqualTo(shares);
        assertThat(number("samling.feed.parked?tag=topic:" + Topics.FUNDING_FACTS)).isZero();
        assertThat(number("samling.feed.lag?tag=log:member")).isPositive();
    }

    private void thePageMarks(String... figures) {
        var page = service.send("/?language=en").body();
        for (var figure : List.of("members", "employees", "grants", "owners")) {
            assertThat(page.contains("data-parked=\"" + figure + "\""))
                    .as(figure)
                    .isEqualTo(List.of(figures).contains(figure));
        }
    }

    private JsonNode figure(String figure, LocalDate day) {
        return service.figure(figure, member.position(), "&asOf=" + day);
    }

    private JsonNode owners() {
        return service.figure("owners", funding.position(), "&asOf=2025-06-01");
    }

    private JsonNode grants() {
        return service.figure("grants", funding.position(), "&asOf=2025-06-01");
    }

    private JsonNode asKnownAt(String position) {
        return service.get("/api/figures/members?asOf=2025-12-31&known=" + position);
    }

    private JsonNode health() {
        return service.get("/actuator/health/readiness")
                .get("components")
                .get("feed")
                .get("details");
    }

    private double number(String metric) {
        var answer = service.get("/actuator/metrics/" + metric);
        return answer.get("measurements").get(0).get("value").asDouble();
    }

    private static int parked(JsonNode figure) {
        return figure.get("parked").asInt();
    }

    private static long sum(JsonNode list) {
        return list.get("items").valueStream().mapToLong(row -> row.path("value").asLong(0)).sum();
    }

    private static Event inWords(Event event, long number, String word) {
        var fact = event.facts().getFirst();
        var body = fact.body().replace(":" + number, ":\"" + word + "\"");
        assertThat(body).isNotEqualTo(fact.body());
        return Event.of(new Told(fact.topic(), fact.type(), fact.subject(), body));
    }

    private static SharesIssued issued() {
        return new SharesIssued("r", "e", new Range(1, 500), "kommun", "A", 2, "2021-10-01");
    }

    private static MemberFact began(String member) {
        return new MembershipBegan(
                member, 1, "4999000005", member, "COMPANY", "1080", NEW_YEAR, true);
    }

    private static MemberFact reported(String member, String id, LocalDate asOf, long value) {
        return new HeadcountReported(
                member, id, new Reading("HEADCOUNT", "SITE", asOf, value, "MEMBER"));
    }

    private void awaitAllKnown() {
        service.awaitKnown(funding.position());
        service.awaitKnown(member.position());
    }

    private RunningService started(Class<?>... laterCode) {
        return RunningService.start(
                List.of(laterCode), TestServers.mongodb(), kafka.bootstrap(), database);
    }

    private ToldLog log(String name, String logId) {
        return ToldLog.start(kafka.bootstrap(), name, logId, Topics.factsOf(name));
    }

    @AfterEach
    void stop() throws Exception {
        for (var running : List.of(service, member, funding, kafka)) {
            running.close();
        }
    }

    /** Later code: it reads numbers in words as well. */
    static final class ReadsWords extends DeserializationProblemHandler
            implements JsonMapperBuilderCustomizer {

        private static final Map<String, Long> NUMBERS = Map.of("fifty", 50L, "five hundred", 500L);

        @Override
        public void customize(JsonMapper.Builder builder) {
            builder.addHandler(this);
        }

        @Override
        public @Nullable Object handleWeirdStringValue(
                DeserializationContext context, Class<?> type, String text, String message) {
            return NUMBERS.get(text);
        }
    }
}
