package io.samling.reporting.dashboard.web;

import io.samling.reporting.dashboard.Dashboard.Headcount;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Members and employees over time as the template draws them, each by a scale of its own, and the
 * same in words. Places are hundredths of the width and height.
 *
 * @param shownAt where the figures of the page are; null where that is the end
 * @param rows the chart as a table
 */
record ChartView(
        List<Panel> panels,
        List<Mark> days,
        @Nullable String shownAt,
        String summary,
        int last,
        List<Row> rows) {

    /**
     * One line.
     *
     * @param path SVG, in a box of 100 by 100
     * @param end how far from the top the line ends
     */
    record Panel(
            String name,
            String latest,
            String kind,
            String path,
            String area,
            String end,
            List<Mark> lines) {}

    /**
     * A number or a day, and where it stands.
     *
     * @param minor whether it may be left out where there is little room
     * @param anchor which end of its label stands there
     */
    record Mark(String at, String label, boolean minor, String anchor) {}

    /** A day's row. */
    record Row(String at, String day, String members, String employees, String missing) {}

    static ChartView of(List<Headcount> points, LocalDate asOf, Words words) {
        var first = points.getFirst();
        var last = points.getLast();
        var axis = new TimeAxis(first.day(), last.day());
        return new ChartView(
                List.of(
                        panel("members", points, axis, p -> p.employees().members(), words),
                        panel("employees", points, axis, p -> p.employees().value(), words)),
                axis.marks(words),
                axis.isInside(asOf) ? axis.place(asOf) : null,
                summary(first, last, words),
                points.size() - 1,
                points.stream().map(point -> row(point, axis, words)).toList());
    }

    private static Panel panel(
            String kind,
            List<Headcount> points,
            TimeAxis axis,
            ToLongFunction<Headcount> value,
            Words words) {
        var scale = Scale.upTo(points.stream().mapToLong(value).max().orElse(0));
        var path = path(points, axis, value, scale);
        long latest = value.applyAsLong(points.getLast());
        return new Panel(
                words.say("chart", kind),
                words.number(latest),
                kind,
                path,
                path + "V100H0Z",
                scale.place(latest),
                lines(scale, words));
    }

    /** Each value holds until the next day that was asked for. */
    private static String path(
            List<Headcount> points, TimeAxis axis, ToLongFunction<Headcount> value, Scale scale) {
        var path = new StringBuilder();
        for (var point : points) {
            var height = scale.place(value.applyAsLong(point));
            if (path.isEmpty()) {
                path.append("M0 ").append(height);
            } else {
                path.append('H').append(axis.place(point.day())).append('V').append(height);
            }
        }
        return path.toString();
    }

    private static List<Mark> lines(Scale scale, Words words) {
        List<Mark> lines = new ArrayList<>();
        for (long number : scale.lines()) {
            lines.add(new Mark(scale.place(number), words.number(number), false, "start"));
        }
        return lines;
    }

    private static String summary(Headcount first, Headcount last, Words words) {
        return words.say(
                "chart",
                "summary",
                Map.of(
                        "from", words.day(first.day()),
                        "to", words.day(last.day()),
                        "firstMembers", words.number(first.employees().members()),
                        "lastMembers", words.number(last.employees().members()),
                        "firstEmployees", words.number(first.employees().value()),
                        "lastEmployees", words.number(last.employees().value())));
    }

    private static Row row(Headcount point, TimeAxis axis, Words words) {
        return new Row(
                axis.place(point.day()),
                words.day(point.day()),
                words.number(point.employees().members()),
                words.number(point.employees().value()),
                words.number(point.employees().missing()));
    }
}
