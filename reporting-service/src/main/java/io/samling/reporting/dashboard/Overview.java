package io.samling.reporting.dashboard;

import io.samling.reporting.dashboard.MembersByMunicipality.Place;
import io.samling.reporting.figures.Answer;
import io.samling.reporting.grants.GrantTotals;
import io.samling.reporting.grants.InForce;
import io.samling.reporting.members.Employees;
import io.samling.reporting.owners.Ownership;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The figures of the page, all for the same day and as known at the same positions.
 *
 * @param rules by which they are counted: of members, employees, grants and owners
 * @param demo whether anything in them is invented
 * @param firstDay the earliest day on which one of the members joined; null where there are none
 * @param members how many members there are
 * @param employees how many work there
 * @param municipalities where the members are, most members first
 * @param granted what is granted, added up
 * @param grants the grants in force, by the day from which they count
 * @param owners who owns shares
 */
public record Overview(
        Basis basis,
        List<Rules> rules,
        boolean demo,
        @Nullable LocalDate firstDay,
        int members,
        Employees employees,
        List<Place> municipalities,
        GrantTotals granted,
        List<InForce> grants,
        Ownership owners) {

    /**
     * How a figure is counted.
     *
     * @param parked how many facts it leaves out until they are repaired
     */
    public record Rules(String figure, String definition, int parked) {

        static Rules of(Answer answer) {
            return new Rules(answer.figure(), answer.definition(), answer.parked());
        }
    }

    /** The names of the rules. */
    public List<String> definitions() {
        return rules.stream().map(Rules::definition).toList();
    }

    public Overview {
        rules = List.copyOf(rules);
        municipalities = List.copyOf(municipalities);
        grants = List.copyOf(grants);
    }
}
