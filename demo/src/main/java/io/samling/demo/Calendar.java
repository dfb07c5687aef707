package io.samling.demo;

import io.samling.demo.Turn.CameBack;
import io.samling.demo.Turn.Corrected;
import io.samling.demo.Turn.Left;
import io.samling.demo.Turn.Merged;
import io.samling.demo.Turn.NeverJoined;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When the staff hear of a company: most report in February, some late, some not at all. */
final class Calendar {

    /** Its first months are in the story; what happens at its end is not. */
    static final int STORY_ENDS_IN = 2025;

    private final Company company;
    private final List<Turn> turns;

    private Calendar(Company company, List<Turn> turns) {
        this.company = company;
        this.turns = turns;
    }

    static Calendar of(Company company) {
        var turns = Turn.all().stream().filter(it -> it.company().equals(company.name())).toList();
        return new Calendar(company, turns);
    }

    /** At the next meeting of the board; for a few, at the one after that. */
    static LocalDate joinKnown(Company company) {
        var first = company.firstDay();
        if (company.number() <= 9) {
            return first;
        }
        boolean late = Names.lot(company.name() + "/join", 12) == 0;
        return nextMeeting(late ? first.plusMonths(3) : first);
    }

    /** The board meets in the middle of February, May, August and November. */
    private static LocalDate nextMeeting(LocalDate day) {
        var meeting = day.withDayOfMonth(15);
        while (meeting.isBefore(day) || meeting.getMonthValue() % 3 != 2) {
            meeting = meeting.plusMonths(1);
        }
        return meeting;
    }

    /** The day on which the number for the end of a year is reported; null where it never is. */
    @Nullable LocalDate reportOf(int year) {
        var known = usualReportOf(year);
        if (known == null
                || !isMemberOn(known)
                || !isMemberOn(LocalDate.of(year, 12, 31))
                || known.isBefore(joinKnown(company))) {
            return null;
        }
        return known;
    }

    /** The number as it was reported, which may have been wrong. */
    int reportedFor(int year) {
        for (var turn : turns) {
            if (turn instanceof Corrected it && it.year() == year) {
                return it.reportedWrongly();
            }
        }
        return company.employeesAtTheEndOf(year);
    }

    private @Nullable LocalDate usualReportOf(int year) {
        int lot = Names.lot(company.name() + "/report/" + year, 20);
        boolean inTime = year == STORY_ENDS_IN - 1 || isCorrected(year);
        if (inTime || lot >= 4) {
            return LocalDate.of(year + 1, 2, 9 + 7 * (lot % 3));
        }
        return lot == 0 ? null : LocalDate.of(year + 1, 6, 14);
    }

    private boolean isCorrected(int year) {
        return turns.stream().anyMatch(it -> it instanceof Corrected c && c.year() == year);
    }

    /** As it was known on that very day. */
    private boolean isMemberOn(LocalDate day) {
        boolean member = !day.isBefore(company.firstDay());
        for (var turn : turns) {
            switch (turn) {
                case Left it when day.isAfter(it.lastDay()) -> member = false;
                case CameBack it when !day.isBefore(it.firstDay()) -> member = true;
                case Merged it when !day.isBefore(it.day()) -> member = false;
                case NeverJoined it when !day.isBefore(it.known()) -> member = false;
                default -> {
                    // it has not happened yet, or changes no membership
                }
            }
        }
        return member;
    }
}
