package io.samling.reporting.dashboard;

import io.samling.contracts.LogPositions;
import io.samling.eventfeed.FeedEngine;
import io.samling.eventfeed.Standing;
import io.samling.reporting.dashboard.Overview.Rules;
import io.samling.reporting.figures.Answer;
import io.samling.reporting.figures.Asked;
import io.samling.reporting.figures.Figures;
import io.samling.reporting.grants.GrantTotals;
import io.samling.reporting.grants.InForce;
import io.samling.reporting.members.Employees;
import io.samling.reporting.members.Member;
import io.samling.reporting.owners.Ownership;
import io.samling.reporting.owners.Ownership.Owned;
import io.samling.webedge.Page;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Puts the page's figures together, so that all of them are known at the same positions. */
@Component
public class Dashboard {

    private static final int ALL = 1_000_000;
    private static final Duration CLOSE = Duration.ofSeconds(30);
    private static final Comparator<InForce> OLDEST_FIRST =
            Comparator.comparing(InForce::countsFrom).thenComparing(InForce::grantId);

    private final Figures figures;
    private final OverTime overTime;
    private final FeedEngine feed;
    private final Clock clock;

    Dashboard(Figures figures, OverTime overTime, FeedEngine feed, Clock clock) {
        this.figures = figures;
        this.overTime = overTime;
        this.feed = feed;
        this.clock = clock;
    }

    /** All figures of the page. */
    public Overview overview(Asked asked) {
        var list = figures.list("members", asked, null, ALL);
        var exactly = exactly(list);
        var employees = figures.value("employees", exactly);
        var granted = figures.value("grants", exactly);
        var ownership = figures.value("owners", exactly);
        var members = items(list, Member.class);
        var grants = items(figures.list("grants", exactly, null, ALL), InForce.class);
        var owners = (Ownership) ownership.counted();
        return new Overview(
                Basis.of(list).and(granted).and(ownership),
                Stream.of(list, employees, granted, ownership).map(Rules::of).toList(),
                isDemo(members, grants, owners),
                members.stream().map(Member::firstDay).min(LocalDate::compareTo).orElse(null),
                members.size(),
                (Employees) employees.counted(),
                MembersByMunicipality.places(members),
                (GrantTotals) granted.counted(),
                grants.stream().sorted(OLDEST_FIRST).toList(),
                owners);
    }

    /** Members and employees through a span, as known where these figures are. */
    public List<Headcount> headcounts(LocalDate from, LocalDate to, Basis basis) {
        var known = LogPositions.parse(basis.known());
        var asked = new Asked(null, null, known, null, Map.of());
        return overTime.series("employees", Days.between(from, to), asked).points().stream()
                .map(point -> new Headcount(point.asOf(), (Employees) point.counted()))
                .toList();
    }

    /** Members and employees on a day. */
    public record Headcount(LocalDate day, Employees employees) {}

    /** The services that are not followed at the moment, or not closely. */
    public List<Standing> behind() {
        return feed.standings(clock).stream().filter(Dashboard::isBehind).toList();
    }

    private static boolean isBehind(Standing standing) {
        var lag = standing.lag();
        return standing.trouble() != null || lag == null || lag.compareTo(CLOSE) > 0;
    }

    /** How many members each municipality has. */
    public MembersByMunicipality membersByMunicipality(Asked asked) {
        var list = figures.list("members", asked, null, ALL);
        var members = items(list, Member.class);
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

    private static boolean isDemo(List<Member> members, List<InForce> grants, Ownership owners) {
        return members.stream().anyMatch(Member::demo)
                || grants.stream().anyMatch(InForce::demo)
                || owners.registers().stream().anyMatch(Owned::demo);
    }

    private static <T> List<T> items(Answer list, Class<T> type) {
        return ((Page<?>) list.counted()).items().stream().map(type::cast).toList();
    }
}
