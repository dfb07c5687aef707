package io.samling.journeys;

import io.samling.journeys.Api.Answer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/** Some years of a cluster organisation, asked of the services in an order that never changes. */
final class Story {

    static final int COMPANIES = 100;
    private static final int FIRST_COMPANY = 1000;
    static final String SOLE_TRADER = "1212121212";
    private static final LocalDate FOUNDED = LocalDate.of(2015, 3, 1);

    private final Writer write;
    private final Random random = new Random(2015);
    private final List<LocalDate> firstDays =
            random.ints(COMPANIES, 0, 3000).mapToObj(FOUNDED::plusDays).toList();

    Story(Writer write) {
        this.write = write;
    }

    static String member(int i) {
        return Organisations.id("story member " + i);
    }

    private static String id(String words) {
        return Organisations.id("story " + words);
    }

    private LocalDate firstDay(int i) {
        return firstDays.get(i);
    }

    /** A hundred companies join at once, twenty of them twice, and fifteen numbers are wrong. */
    Joins companiesJoin() {
        List<Callable<Answer>> once = new ArrayList<>();
        List<Callable<Answer>> again = new ArrayList<>();
        List<Callable<Answer>> bad = new ArrayList<>();
        for (int i = 0; i < COMPANIES; i++) {
            once.add(join(member(i), Organisations.number(FIRST_COMPANY + i), firstDay(i)));
        }
        again.addAll(once.subList(0, 20));
        for (int i = 0; i < 5; i++) {
            bad.add(join(id("wrong digit " + i), Organisations.wrong(FIRST_COMPANY + i), FOUNDED));
            bad.add(join(id("too short " + i), "49990" + i, FOUNDED));
            bad.add(join(id("a person " + i), SOLE_TRADER, FOUNDED));
        }
        List<Callable<Answer>> all = new ArrayList<>(again);
        all.addAll(bad);
        all.addAll(once);
        var answers = InParallel.run(24, all);
        return new Joins(answers.subList(35, 135), answers.subList(0, 20), answers.subList(20, 35));
    }

    private Callable<Answer> join(String id, String number, LocalDate firstDay) {
        return () -> write.join(id, number, firstDay);
    }

    /** What came of the joins: the companies', their repeats', and those with bad numbers. */
    record Joins(List<Answer> once, List<Answer> again, List<Answer> bad) {}

    void theirHeadcountsAreReported() {
        List<Callable<Answer>> reports = new ArrayList<>();
        for (int i = 0; i < COMPANIES; i++) {
            int company = i;
            var first = firstDay(i).plusDays(30);
            reports.add(() -> report(company, "first", "SITE", first, 5 + company));
            reports.add(() -> report(company, "second", "SITE", first.plusDays(400), 7 + company));
            if (i % 5 == 0) {
                reports.add(() -> report(company, "whole", "LEGAL_ENTITY", first, 1000 + company));
            }
        }
        InParallel.run(8, reports).forEach(Answer::acknowledged);
    }

    private Answer report(int i, String which, String scope, LocalDate asOf, int value) {
        return write.report(member(i), id(which + i), scope, asOf, value);
    }

    /** Ten memberships end, two of them by a merger; three come back; one was a mistake. */
    void someLeaveAndSomeReturn() {
        var reasons = List.of("RESIGNED", "EXPELLED", "BANKRUPT", "LIQUIDATED", "NON_PAYMENT");
        for (int i = 0; i < 8; i++) {
            write.leave(member(i), lastDay(i), reasons.get(i % 5)).acknowledged();
        }
        write.merge(member(8), member(20), lastDay(8)).acknowledged();
        write.merge(member(9), member(20), lastDay(9)).acknowledged();
        for (int i = 0; i < 3; i++) {
            write.comeBack(member(i), lastDay(i).plusDays(200 + i)).acknowledged();
        }
        write.annul(member(99)).acknowledged();
    }

    private LocalDate lastDay(int i) {
        return firstDay(i).plusDays(300 + 10L * i);
    }

    /** Fifteen readings were wrong, five of them also in their day. */
    void headcountsAreCorrected() {
        for (int i = 10; i < 25; i++) {
            var asOf = firstDay(i).plusDays(i % 3 == 0 ? 45 : 30);
            write.correct(member(i), id("first" + i), "SITE", asOf, 100 + i).acknowledged();
        }
    }

    void projectsAndGrantsAreDecided() {
        var begins = List.of("null", "\"2016\"", "\"2017-03\"", "\"2018-05-02\"");
        for (int i = 0; i < 4; i++) {
            write.register(id("project " + i), begins.get(i)).acknowledged();
        }
        var days = List.of("\"2019-04-12\"", "\"2020-02\"", "\"2021\"", "null");
        for (int i = 0; i < 12; i++) {
            var amount =
                    i % 6 == 5 ? "null" : money(1_000_000_00L * (i + 1), i == 7 ? "EUR" : "SEK");
            var meaning = i % 4 == 1 ? "TOTAL_BUDGET" : "GRANT";
            var project = id("project " + i / 3);
            write.grant(grant(i), project, days.get(i % 4), amount, meaning).acknowledged();
        }
        write.grant(grant(12), id("project 0"), "null", money(5, "SEK"), "GRANT").acknowledged();
    }

    void someGrantsChange() {
        var fields = "{\"changedOn\": \"2022-06-01\", \"amount\": %s}";
        write.changeGrant(grant(0), fields.formatted(money(77_00L, "SEK"))).acknowledged();
        write.changeGrant(grant(4), fields.formatted("null")).acknowledged();
        write.withdraw(grant(2), "2023-09").acknowledged();
        write.withdraw(grant(6), "2024-01-15").acknowledged();
    }

    private static String grant(int i) {
        return id("grant " + i);
    }

    private static String money(long minor, String currency) {
        return "{\"minor\": %d, \"currency\": \"%s\"}".formatted(minor, currency);
    }

    /** Shares are issued in two classes, change hands twenty times, and some are redeemed. */
    void sharesChangeHands() {
        write.openRegister(register()).acknowledged();
        IntStream.range(0, 3).forEach(i -> write.enterHolder(register(), holder(i)).acknowledged());
        issue("A", 1000, 0, 1, "2015-11-19");
        issue("B", 500, 1, 10, "2017");
        for (int i = 0; i < 20; i++) {
            int first = 1 + 40 * i;
            transfer(i, first, first + 9 + i, holder(0), holder(1 + i % 2));
        }
        redeem(1401, 1500, holder(1));
    }

    private void issue(String shareClass, int count, int holder, int votes, String day) {
        enter(
                "issue " + shareClass,
                """
                {"type": "ISSUE", "count": %d, "holder": "%s", "shareClass": "%s",
                 "votesPerShare": %d, "day": "%s"}
                """
                        .formatted(count, holder(holder), shareClass, votes, day));
    }

    private void transfer(int i, int first, int last, String from, String to) {
        var day = LocalDate.of(2018, 1, 1).plusDays(100L * i);
        enter(
                "transfer " + i,
                """
                {"type": "TRANSFER", "first": %d, "last": %d, "from": "%s", "to": "%s", "day": "%s"}
                """
                        .formatted(first, last, from, to, day));
    }

    private void redeem(int first, int last, String holder) {
        enter(
                "redemption",
                """
                {"type": "REDEMPTION", "first": %d, "last": %d, "holder": "%s", "day": "2024-05"}
                """
                        .formatted(first, last, holder));
    }

    private void enter(String entry, String body) {
        write.enter(register(), id(entry), body).acknowledged();
    }

    private static String register() {
        return id("register");
    }

    private static String holder(int i) {
        return id("holder " + i);
    }
}
