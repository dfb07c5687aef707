package io.samling.reporting.dashboard.web;

import io.samling.reporting.dashboard.Basis;
import io.samling.reporting.dashboard.MembersByMunicipality.Place;
import io.samling.reporting.dashboard.Overview;
import io.samling.reporting.members.Employees;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The figures in words, as the template shows them.
 *
 * @param lists the lists behind the figures; null where there are no figures
 * @param rests what the figures rest on; null where there are none
 */
record FiguresView(
        String members,
        String membersHint,
        String employees,
        String employeesHint,
        @Nullable Lists lists,
        List<PlaceRow> municipalities,
        GrantsView grants,
        List<OwnersView> owners,
        @Nullable Rests rests) {

    /** Addresses of the lists behind. */
    record Lists(String members, String employees) {}

    /**
     * A municipality's row.
     *
     * @param count what the bar shows
     * @param most what a full bar would be
     */
    record PlaceRow(String name, String members, int count, int most) {}

    /** What the figures rest on. */
    record Rests(
            String sentence,
            String settled,
            @Nullable String parked,
            String known,
            String definitions,
            String exactly) {}

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
        var grants = new GrantsView(List.of(), unknown, List.of());
        return new FiguresView(unknown, "", unknown, "", null, List.of(), grants, List.of(), null);
    }

    static FiguresView of(Overview overview, Words words, ZoneId zone) {
        var basis = overview.basis();
        return new FiguresView(
                words.number(overview.members()),
                words.say("figures", "membersAsOf", Map.of("day", words.day(basis.asOf()))),
                words.number(overview.employees().value()),
                missing(overview.employees(), words),
                lists(basis),
                overview.municipalities().stream()
                        .map(place -> row(place, overview.municipalities().getFirst(), words))
                        .toList(),
                GrantsView.of(overview, words),
                overview.owners().registers().stream()
                        .filter(register -> register.shares() > 0)
                        .map(register -> OwnersView.of(register, words))
                        .toList(),
                rests(overview, words, zone));
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

    private static Lists lists(Basis basis) {
        return new Lists(
                "/api/figures/members/list?limit=500&" + exactly(basis),
                "/api/figures/employees/list?limit=500&" + exactly(basis));
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
        var parked = Map.of("count", words.number(basis.parked()));
        return new Rests(
                sentence,
                knownAt == null
                        ? ""
                        : words.say("rests", basis.settled() ? "settled" : "unsettled"),
                basis.parked() == 0 ? null : words.say("rests", "parked", parked),
                basis.known(),
                String.join(", ", overview.definitions()),
                "/api/figures/members?" + exactly(basis));
    }

    private static String exactly(Basis basis) {
        var known = URLEncoder.encode(basis.known(), StandardCharsets.UTF_8);
        return "asOf=" + basis.asOf() + "&known=" + known;
    }
}
