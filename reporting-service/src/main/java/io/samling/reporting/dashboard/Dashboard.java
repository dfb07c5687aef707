package io.samling.reporting.dashboard;

import io.samling.contracts.LogPositions;
import io.samling.reporting.figures.Answer;
import io.samling.reporting.figures.Asked;
import io.samling.reporting.figures.Figures;
import io.samling.reporting.members.Employees;
import io.samling.reporting.members.Member;
import io.samling.webedge.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Puts the page's figures together, so that all of them are known at the same positions. */
@Component
public class Dashboard {

    private static final int ALL = 1_000_000;

    private final Figures figures;

    Dashboard(Figures figures) {
        this.figures = figures;
    }

    /** All figures of the page. */
    public Overview overview(Asked asked) {
        var list = figures.list("members", asked, null, ALL);
        var exactly = exactly(list);
        var employees = figures.value("employees", exactly);
        var members = members(list);
        return new Overview(
                Basis.of(list),
                List.of(list.definition(), employees.definition()),
                members.stream().anyMatch(Member::demo),
                members.stream().map(Member::firstDay).min(LocalDate::compareTo).orElse(null),
                members.size(),
                (Employees) employees.counted(),
                MembersByMunicipality.places(members));
    }

    /** How many members each municipality has. */
    public MembersByMunicipality membersByMunicipality(Asked asked) {
        var list = figures.list("members", asked, null, ALL);
        var members = members(list);
        return new MembersByMunicipality(
                list.figure(),
                list.definition(),
                Basis.of(list),
                members.size(),
                MembersByMunicipality.places(members));
    }

    /** The same question, asked again by what the answer rests on. */
    static Asked exactly(Answer answer) {
        return new Asked(answer.asOf(), null, LogPositions.parse(answer.known()), null, Map.of());
    }

    private static List<Member> members(Answer list) {
        return ((Page<?>) list.counted()).items().stream().map(Member.class::cast).toList();
    }
}
