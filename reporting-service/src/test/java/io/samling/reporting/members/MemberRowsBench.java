package io.samling.reporting.members;

import io.samling.eventfeed.Row;
import io.samling.eventfeed.Span;
import io.samling.reporting.members.MemberRow.Membership;
import io.samling.reporting.members.MemberRow.Reading;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.function.LongSupplier;

/** Measures how much memory a row takes and how long a figure takes, and prints both. */
final class MemberRowsBench {

    private static final int MEMBERS = 100_000;
    private static final int READINGS_EACH = 9;
    private static final int ROUNDS = 60;
    private static final int FIRST_DAY = Span.day(LocalDate.of(2015, 1, 1));
    private static final int TODAY = Span.day(LocalDate.of(2026, 6, 30));

    private MemberRowsBench() {}

    /** Runs for some seconds. */
    public static void main(String[] args) {
        long before = used();
        var rows = new MemberRows();
        long position = fill(rows);
        long after = used();
        print("rows", rows.size(), "");
        print("memory", (double) (after - before) / rows.size(), "bytes a row");
        measure("members, as known now", () -> rows.members(TODAY, position));
        measure("members, as known half-way", () -> rows.members(TODAY, position / 2));
        measure(
                "employees, as known now",
                () -> rows.employees(TODAY, position, "HEADCOUNT", "SITE").value());
        measure(
                "employees, as known half-way",
                () -> rows.employees(TODAY, position / 2, "HEADCOUNT", "SITE").value());
        measure("a page of 500 members", () -> rows.members(TODAY, position, null, 500).size());
        measure(
                "a page of 500 readings",
                () -> rows.workplaces(TODAY, position, "HEADCOUNT", "SITE", null, 500).size());
    }

    private static long fill(MemberRows rows) {
        var random = new Random(1);
        long position = 0;
        for (int member = 0; member < MEMBERS; member++) {
            List<Row<MemberRow>> ofMember = new ArrayList<>();
            int joined = FIRST_DAY + random.nextInt(3000);
            var number = String.format(Locale.ROOT, "%010d", 4999000000L + member);
            ofMember.add(
                    new Row<>(
                            new Span<>(
                                    joined,
                                    random.nextInt(10) == 0 ? joined + 900 : Span.OPEN,
                                    new Membership(
                                            1,
                                            number,
                                            "Bolag " + member + " AB",
                                            "COMPANY",
                                            "10" + (60 + member % 20),
                                            true)),
                            position++,
                            Row.STILL));
            for (int reading = 0; reading < READINGS_EACH; reading++) {
                int day = joined + 365 * reading;
                ofMember.add(
                        new Row<>(
                                new Span<>(
                                        day,
                                        reading == READINGS_EACH - 1 ? Span.OPEN : day + 365,
                                        new Reading(
                                                "HEADCOUNT", "SITE", random.nextInt(500), "SCB")),
                                position++,
                                Row.STILL));
            }
            rows.replace(new UUID(random.nextLong(), random.nextLong()).toString(), ofMember);
        }
        return position;
    }

    private static void measure(String what, LongSupplier figure) {
        double[] millis = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            if (figure.getAsLong() < 0) {
                throw new AssertionError();
            }
            millis[round] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(millis);
        print(what, millis[ROUNDS / 2], "ms (median of " + ROUNDS + ")");
    }

    private static void print(String what, double number, String unit) {
        System.out.printf(Locale.ROOT, "%-32s %12.2f %s%n", what, number, unit);
    }

    private static long used() {
        for (int round = 0; round < 4; round++) {
            System.gc();
        }
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
