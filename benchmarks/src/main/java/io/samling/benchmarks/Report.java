package io.samling.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What was measured, in the order in which it was. */
final class Report {

    private final Machine before;
    private final List<Line> lines = new ArrayList<>();

    Report(Machine before) {
        this.before = before;
    }

    /**
     * One thing that was measured.
     *
     * @param rounds what each round gave
     * @param wanted what the median should reach, in words; null where nothing is asked of it
     */
    record Line(
            String what, String unit, List<Double> rounds, @Nullable String wanted, boolean met) {

        double median() {
            return Report.median(rounds);
        }
    }

    static double median(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        var middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** Adds rounds of which nothing is asked; returns their median. */
    double add(String what, String unit, List<Double> rounds) {
        lines.add(new Line(what, unit, List.copyOf(rounds), null, true));
        return median(rounds);
    }

    double add(String what, String unit, double value) {
        return add(what, unit, List.of(value));
    }

    void atLeast(double wanted, String what, String unit, double value) {
        lines.add(
                new Line(what, unit, List.of(value), "at least " + plain(wanted), value >= wanted));
    }

    void atMost(double wanted, String what, String unit, double value) {
        lines.add(
                new Line(what, unit, List.of(value), "at most " + plain(wanted), value <= wanted));
    }

    List<Line> lines() {
        return lines;
    }

    void print(PrintStream out) {
        out.printf(
                Locale.ROOT,
                "%n%s, %d cores, %,d MiB, %s, Java %s; load before: %.2f%n%n",
                before.processor(),
                before.cores(),
                before.memoryMib(),
                before.system(),
                before.java(),
                before.load());
        for (var line : lines) {
            out.printf(
                    Locale.ROOT,
                    "%-62s %,12.2f %-12s %s%n",
                    line.what(),
                    line.median(),
                    line.unit(),
                    remark(line));
        }
        out.println();
    }

    private static String remark(Line line) {
        if (line.wanted() != null) {
            return (line.met() ? "reached: " : "MISSED: ") + line.wanted();
        }
        return line.rounds().size() < 2 ? "" : "rounds " + rounded(line.rounds());
    }

    private static String rounded(List<Double> values) {
        return values.stream()
                .map(value -> String.format(Locale.ROOT, value < 100 ? "%.2f" : "%.0f", value))
                .collect(Collectors.joining(", "));
    }

    private static String plain(double number) {
        return number == Math.rint(number)
                ? String.format(Locale.ROOT, "%,.0f", number)
                : String.valueOf(number);
    }

    void write(Path file, Machine after) throws IOException {
        var all = new LinkedHashMap<String, Object>();
        all.put("before", before);
        all.put("after", after);
        all.put("lines", lines.stream().map(Report::fields).toList());
        JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValue(file, all);
    }

    private static Map<String, Object> fields(Line line) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("what", line.what());
        fields.put("unit", line.unit());
        fields.put("median", line.median());
        fields.put("rounds", line.rounds());
        if (line.wanted() != null) {
            fields.put("wanted", line.wanted());
            fields.put("met", line.met());
        }
        return fields;
    }
}
