package io.samling.demo;

import static io.samling.demo.Service.MEMBER;

import io.samling.demo.Step.Request;
import io.samling.demo.Turn.CameBack;
import io.samling.demo.Turn.Corrected;
import io.samling.demo.Turn.Left;
import io.samling.demo.Turn.Merged;
import io.samling.demo.Turn.NeverJoined;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/** The members' story: nine founders, growth, what happened to some, and their headcounts. */
final class Members {

    private final List<Step> steps = new ArrayList<>();

    private Members() {}

    static List<Step> steps() {
        var members = new Members();
        for (var company : Company.all()) {
            members.joins(company);
            members.reportsEveryYear(company);
        }
        Turn.all().forEach(members::turns);
        return members.steps;
    }

    private void joins(Company company) {
        var known = Calendar.joinKnown(company);
        var joining =
                Json.object()
                        .put("organisationsnummer", company.organisationsnummer())
                        .put("name", company.name())
                        .put("kind", "COMPANY")
                        .put("municipality", company.municipality())
                        .put("firstDay", company.firstDay().toString())
                        .put("demo", true);
        step(known, 9, Request.put(MEMBER, "/api/members/" + company.id(), joining));
        reports(company, known, company.firstDay(), company.employeesFirst(), "MEMBER");
    }

    private void reportsEveryYear(Company company) {
        var calendar = Calendar.of(company);
        for (int year = company.firstDay().getYear(); year < Calendar.STORY_ENDS_IN; year++) {
            var known = calendar.reportOf(year);
            if (known != null) {
                var asOf = LocalDate.of(year, 12, 31);
                var source = known.getMonthValue() > 3 ? "ANNUAL_REPORT" : "MEMBER";
                reports(company, known, asOf, calendar.reportedFor(year), source);
            }
        }
    }

    private void turns(Turn turn) {
        var company = companyOf(turn.company());
        var address = "/api/members/" + company.id();
        switch (turn) {
            case Left it -> {
                var body = Json.object().put("lastDay", it.lastDay().toString());
                post(it, address + "/departure", body.put("reason", it.reason()));
            }
            case CameBack it -> {
                var body = Json.object().put("firstDay", it.firstDay().toString());
                post(it, address + "/return", body);
                int value = company.employeesAtTheEndOf(it.firstDay().getYear() - 1);
                reports(company, it.known(), it.firstDay(), value, "MEMBER");
            }
            case Merged it -> {
                var body = Json.object().put("day", it.day().toString());
                post(it, address + "/merger", body.put("into", companyOf(it.into()).id() + ""));
            }
            case NeverJoined it -> post(it, address + "/annulment", Json.object());
            case Corrected it -> {
                var asOf = LocalDate.of(it.year(), 12, 31);
                var body =
                        Json.object()
                                .put("value", company.employeesAtTheEndOf(it.year()))
                                .put("source", "MEMBER");
                post(it, readingOf(company, asOf) + "/correction", body);
            }
        }
    }

    private void post(Turn turn, String path, ObjectNode body) {
        step(turn.known(), 10, Request.post(MEMBER, path, body));
    }

    /** An hour after whatever made it a member that day. */
    private void reports(
            Company company, LocalDate known, LocalDate asOf, int value, String source) {
        var reading =
                Json.object()
                        .put("measure", "HEADCOUNT")
                        .put("scope", "SITE")
                        .put("asOf", asOf.toString())
                        .put("value", value)
                        .put("source", source);
        step(known, 11, Request.put(MEMBER, readingOf(company, asOf), reading));
    }

    private void step(LocalDate known, int hour, Request request) {
        steps.add(new Step(momentOf(known, hour), request));
    }

    private static Instant momentOf(LocalDate day, int hour) {
        return day.atTime(hour, 0).toInstant(ZoneOffset.UTC);
    }

    private static String readingOf(Company company, LocalDate asOf) {
        UUID reading = Names.idOf("reading/" + company.name() + "/" + asOf);
        return "/api/members/" + company.id() + "/headcounts/" + reading;
    }

    private static Company companyOf(String name) {
        return Company.all().stream()
                .filter(company -> company.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No company " + name));
    }
}
