package io.samling.reporting.dashboard;

import io.samling.reporting.dashboard.MembersByMunicipality.Place;
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
 * @param definitions the rules by which they are counted
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
        List<String> definitions,
        boolean demo,
        @Nullable LocalDate firstDay,
        int members,
        Employees employees,
        List<Place> municipalities,
        GrantTotals granted,
        List<InForce> grants,
        Ownership owners) {

    public Overview {
        definitions = List.copyOf(definitions);
        municipalities = List.copyOf(municipalities);
        grants = List.copyOf(grants);
    }
}
