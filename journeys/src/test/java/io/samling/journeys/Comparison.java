package io.samling.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.samling.contracts.LogPosition;
import io.samling.contracts.LogPositions;
import io.samling.journeys.Figures.Question;
import io.samling.journeys.Figures.Said;
import io.samling.journeys.Log.Event;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Compares figures with what counting the logs of the services gives. */
final class Comparison {

    private static final Duration UNTIL_ALL_IS_KNOWN = Duration.ofSeconds(60);

    private final Figures figures;
    private final List<Event> member;
    private final List<Event> funding;

    Comparison(Landscape samling) {
        figures = new Figures(samling.reporting().api());
        member = samling.log("member").events();
        funding = samling.log("funding").events();
    }

    /** Every figure on each of these days, once all that the logs hold is known. */
    void onDays(String... days) {
        awaitAll();
        for (var day : days) {
            for (var figure : Figures.NAMES) {
                compare(figures.ask(figure, day));
            }
            compare(figures.ask(new Question("employees", "?scope=LEGAL_ENTITY&asOf=" + day)));
        }
    }

    /** Answers given earlier, with what the logs held up to what was known then. */
    void ofAnswers(List<Said> answers) {
        answers.forEach(this::compare);
    }

    private void awaitAll() {
        var any = figures.ask("members", "2020-01-01");
        var known =
                LogPositions.parse(any.known()).byService().values().stream()
                        .map(this::last)
                        .toList();
        var path = "/api/figures/members?at-least=" + LogPositions.of(known);
        await("reporting knows " + LogPositions.of(known))
                .atMost(UNTIL_ALL_IS_KNOWN)
                .until(() -> figures.reporting().get(path).status() == 200);
    }

    private LogPosition last(LogPosition any) {
        var log = any.service().equals("member") ? member : funding;
        return new LogPosition(any.service(), any.logId(), log.size() - 1L);
    }

    private void compare(Said said) {
        var answer = said.answer();
        var day = LocalDate.parse(answer.get("asOf").asString());
        switch (said.question().figure()) {
            case "members" -> compareMembers(said, day);
            case "employees" -> compareEmployees(said, day);
            case "grants" -> compareGrants(said, day);
            case "owners" -> compareOwners(said, day);
            default -> throw new AssertionError(said);
        }
    }

    private void compareMembers(Said said, LocalDate day) {
        var recount = new MemberRecount(upTo(said.known("member"), member));
        assertThat(said.answer().get("value").asInt())
                .as(said.toString())
                .isEqualTo(recount.members(day));
    }

    private void compareEmployees(Said said, LocalDate day) {
        var recount = new MemberRecount(upTo(said.known("member"), member));
        var scope = said.question().parameters().contains("LEGAL_ENTITY") ? "LEGAL_ENTITY" : "SITE";
        var expected = recount.employees(day, "HEADCOUNT", scope);
        assertThat(said.answer().get("value").asLong())
                .as(said.toString())
                .isEqualTo(expected.value());
        assertThat(said.answer().get("missing").asInt())
                .as(said.toString())
                .isEqualTo(expected.missing());
    }

    private void compareGrants(Said said, LocalDate day) {
        var expected = new GrantRecount(upTo(said.known("funding"), funding)).on(day);
        var answer = said.answer();
        var budgets = answer.get("totalBudgets");
        var recount = new HashMap<String, Object>();
        recount.put("grants", sums(answer.get("value"), answer.get("otherCurrencies")));
        recount.put("budgets", sums(budgets.get("sum"), budgets.get("otherCurrencies")));
        recount.put("budgetCount", budgets.get("count").asInt());
        for (var field : GrantRecount.COUNTS) {
            recount.put(field, answer.get(field).asInt());
        }
        assertThat(recount).as(said.toString()).isEqualTo(expected.asMap());
    }

    /** By currency, without those that come to nothing. */
    private static Map<String, Long> sums(JsonNode sek, JsonNode others) {
        Map<String, Long> sums = new HashMap<>();
        sums.put(sek.get("currency").asString(), sek.get("minor").asLong());
        for (var other : others) {
            sums.put(other.get("currency").asString(), other.get("minor").asLong());
        }
        sums.values().removeIf(sum -> sum == 0);
        return sums;
    }

    private void compareOwners(Said said, LocalDate day) {
        var expected = new OwnerRecount(upTo(said.known("funding"), funding)).on(day);
        expected.values().removeIf(register -> register.shares().isEmpty());
        int owners = 0;
        for (var answered : said.answer().get("registers")) {
            var register = expected.remove(answered.get("registerId").asString());
            var holders = answered.get("holders");
            owners += holders.size();
            var shares = register == null ? Map.of() : register.shares();
            var votes = register == null ? Map.of() : register.votes();
            assertThat(byHolder(holders, "shares")).as(said.toString()).isEqualTo(shares);
            assertThat(byHolder(holders, "votes")).as(said.toString()).isEqualTo(votes);
        }
        assertThat(expected).as("registers left out of " + said).isEmpty();
        assertThat(said.answer().get("value").asInt()).as(said.toString()).isEqualTo(owners);
    }

    private static Map<String, Long> byHolder(JsonNode holders, String what) {
        Map<String, Long> byHolder = new TreeMap<>();
        for (var holder : holders) {
            byHolder.put(holder.get("holderId").asString(), holder.get(what).asLong());
        }
        return byHolder;
    }

    private static List<Event> upTo(long position, List<Event> events) {
        return events.subList(0, (int) Math.min(events.size(), position + 1));
    }
}
