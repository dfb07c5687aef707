package io.samling.reporting.dashboard.web;

import io.samling.reporting.dashboard.Dashboard.Headcount;
import io.samling.reporting.dashboard.MembersByMunicipality.Place;
import io.samling.reporting.dashboard.Overview;
import io.samling.reporting.members.Employees;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The figures in words, as the template shows them.
 *
 * @param chart null where there are no figures
 * @param rests what the figures rest on; null where there are none
 */
record FiguresView(
        List<Card> cards,
        @Nullable ChartView chart,
        List<PlaceRow> municipalities,
        GrantsView grants,
        List<OwnersView> owners,
        @Nullable Rests rests) {

    /**
     * A municipality's row.
     *
     * @param count what the bar shows
     * @param most what a full bar would be
     */
    record PlaceRow(String name, String members, int count, int most) {}

    /** What the figures rest on. */
    record Rests(
            String sentence, String settled, String known, String definitions, String exactly) {}

    /** Whether there is anything to show by municipality. */
    boolean hasMembers() {
        return !municipalities.isEmpty();
    }

    /** Whether any shares are held. */
    boolean hasOwners() {
        return !owners.isEmpty();
    }

    static FiguresView none(Words words) {
        var unknown = words.say("page", "unknown");
        return new FiguresView(
                Stream.of("members", "employees", "grants", "owners")
                        .map(figure -> Card.unknown(figure, words))
                        .toList(),
                null,
                List.of(),
                new GrantsView(List.of(), unknown, unknown, "", List.of()),
                List.of(),
                null);
    }

    static FiguresView of(Overview overview, List<Headcount> overTime, Words words, ZoneId zone) {
        var grants = GrantsView.of(overview, words);
        return new FiguresView(
                cards(overview, grants, words),
                ChartView.of(overTime, overview.basis().asOf(), words),
                overview.municipalities().stream()
                        .map(place -> row(place, overview.municipalities().getFirst(), words))
                        .toList(),
                grants,
                overview.owners().registers().stream()
                        .filter(register -> register.shares() > 0)
                        .map(register -> OwnersView.of(register, words))
                        .toList(),
                rests(overview, words, zone));
    }

    private static List<Card> cards(Overview overview, GrantsView grants, Words words) {
        var basis = overview.basis();
        var rules = overview.rules();
        var members = words.number(overview.members());
        var employees = overview.employees();
        var owners = words.number(overview.owners().value());
        var asOf = Card.asOf(basis, words);
        return List.of(
                Card.of("members", members, null, asOf, basis, rules.get(0), words),
                Card.of(
                        "employees",
                        words.number(employees.value()),
                        null,
                        missing(employees, words),
                        basis,
                        rules.get(1),
                        words),
                Card.of(
                        "grants",
                        grants.brief(),
                        grants.total(),
                        grants.hint(),
                        basis,
                        rules.get(2),
                        words),
                Card.of("owners", owners, null, asOf, basis, rules.get(3), words));
    }

    private static String missing(Employees employees, Words words) {
        return switch (employees.missing()) {
            case 0 -> words.say("figures", "everyReading");
            case 1 -> words.say("figures", "oneMissing");
            default ->
                    words.say(
                            "figures",
                            "missing",
                            Map.of("count", words.number(employees.missing())));
        };
    }

    private static PlaceRow row(Place place, Place most, Words words) {
        return new PlaceRow(place.name(), words.number(place.value()), place.value(), most.value());
    }

    private static Rests rests(Overview overview, Words words, ZoneId zone) {
        var basis = overview.basis();
        var knownAt = basis.knownAt();
        var sentence =
                knownAt == null
                        ? words.say("rests", "knownNow")
                        : words.say(
                                "rests", "knownAt", Map.of("moment", words.moment(knownAt, zone)));
        return new Rests(
                sentence,
                knownAt == null
                        ? ""
                        : words.say("rests", basis.settled() ? "settled" : "unsettled"),
                basis.known(),
                String.join(", ", overview.definitions()),
                "/api/figures/members?" + Card.exactly(basis));
    }
}
