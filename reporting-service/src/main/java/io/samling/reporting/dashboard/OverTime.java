package io.samling.reporting.dashboard;

import io.samling.contracts.LogPositions;
import io.samling.reporting.dashboard.Series.Point;
import io.samling.reporting.figures.Answer;
import io.samling.reporting.figures.Asked;
import io.samling.reporting.figures.Figures;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Asks a figure for many days, all as known at the same positions. */
@Component
public class OverTime {

    /** How many days may be asked for at once. */
    public static final int MOST_POINTS = 400;

    private final Figures figures;

    OverTime(Figures figures) {
        this.figures = figures;
    }

    /**
     * A figure on days spread evenly over a span, its first and last day among them.
     *
     * @param figure such as {@code members}
     * @param points how many days at most; fewer where the span has fewer
     * @param asked as known when, and the figure's own parameters; its day is not used
     */
    public Series series(String figure, LocalDate from, LocalDate to, int points, Asked asked) {
        if (from.isAfter(to)) {
            throw DashboardRefused.backwards();
        }
        if (points < 2 || points > MOST_POINTS) {
            throw DashboardRefused.tooManyPoints(MOST_POINTS);
        }
        return series(figure, days(from, to, points), asked);
    }

    /**
     * A figure on these days.
     *
     * @param days at least one, in order
     */
    public Series series(String figure, List<LocalDate> days, Asked asked) {
        var first = figures.value(figure, on(days.getFirst(), asked));
        var exactly =
                new Asked(null, null, LogPositions.parse(first.known()), null, asked.options());
        List<Point> found = new ArrayList<>();
        found.add(point(first));
        for (var day : days.subList(1, days.size())) {
            found.add(point(figures.value(figure, on(day, exactly))));
        }
        return new Series(
                first.figure(),
                first.definition(),
                days.getFirst(),
                days.getLast(),
                first.known(),
                first.knownAt(),
                first.settled(),
                first.parked(),
                found);
    }

    private static List<LocalDate> days(LocalDate from, LocalDate to, int points) {
        long length = ChronoUnit.DAYS.between(from, to);
        var days = new TreeSet<LocalDate>();
        for (int point = 0; point < points; point++) {
            days.add(from.plusDays(length * point / (points - 1)));
        }
        return List.copyOf(days);
    }

    private static Asked on(LocalDate day, Asked asked) {
        return new Asked(day, asked.knownAt(), asked.known(), asked.atLeast(), asked.options());
    }

    private static Point point(Answer answer) {
        return new Point(answer.asOf(), answer.counted());
    }
}
