package io.samling.reporting.dashboard.web;

import io.samling.reporting.dashboard.web.ChartView.Mark;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** A chart's width as a span of days. */
record TimeAxis(LocalDate from, LocalDate to) {

    private static final int ROOM = 13;
    private static final int LITTLE_ROOM = 5;
    private static final int MONTHS_A_YEAR = 12;
    private static final int FEW_MONTHS = 4;
    private static final int FEW_YEARS = 2;
    private static final int EDGE = 4;

    /** How far from the left a day is, in hundredths of the width. */
    String place(LocalDate day) {
        return Scale.hundredths(ChronoUnit.DAYS.between(from, day), Math.max(1, length()));
    }

    boolean isInside(LocalDate day) {
        return day.isAfter(from) && day.isBefore(to);
    }

    /** The firsts of years, months or days, as far apart as fits. */
    List<Mark> marks(Words words) {
        long months = ChronoUnit.MONTHS.between(from, to);
        List<Mark> marks = new ArrayList<>();
        var days = days(months);
        int every = Math.ceilDiv(days.size(), LITTLE_ROOM);
        for (var day : days) {
            var label = label(day, months, words);
            boolean minor = marks.size() % every != 0;
            marks.add(new Mark(place(day), label, minor, anchor(day)));
        }
        return marks;
    }

    private List<LocalDate> days(long months) {
        List<LocalDate> days = new ArrayList<>();
        if (months < FEW_MONTHS) {
            long step = Math.max(1, Math.ceilDiv(length() + 1, ROOM));
            for (var day = from; !day.isAfter(to); day = day.plusDays(step)) {
                days.add(day);
            }
            return days;
        }
        boolean years = months >= FEW_YEARS * MONTHS_A_YEAR;
        long unit = years ? MONTHS_A_YEAR : 1;
        long step = unit * Math.ceilDiv(months / unit + 1, ROOM);
        var start = years ? from.withDayOfYear(1) : from.withDayOfMonth(1);
        for (var day = start; !day.isAfter(to); day = day.plusMonths(step)) {
            if (!day.isBefore(from)) {
                days.add(day);
            }
        }
        return days;
    }

    private static String label(LocalDate day, long months, Words words) {
        if (months < FEW_MONTHS) {
            return words.dayOfYear(day);
        }
        var date = day.toString();
        return months >= FEW_YEARS * MONTHS_A_YEAR
                ? date.substring(0, "2015".length())
                : words.day(date.substring(0, "2015-03".length()));
    }

    private String anchor(LocalDate day) {
        long place = 100 * ChronoUnit.DAYS.between(from, day) / Math.max(1, length());
        if (place < EDGE) {
            return "start";
        }
        return place > 100 - EDGE ? "end" : "middle";
    }

    private long length() {
        return ChronoUnit.DAYS.between(from, to);
    }
}
