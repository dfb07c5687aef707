package io.samling.reporting.dashboard.web;

import io.samling.kernel.Refusal;
import io.samling.kernel.Unavailable;
import io.samling.reporting.dashboard.Change;
import io.samling.reporting.dashboard.Changes;
import io.samling.reporting.dashboard.Dashboard;
import io.samling.reporting.dashboard.Overview;
import io.samling.reporting.dashboard.web.PageView.ChangeRow;
import io.samling.reporting.dashboard.web.PageView.LanguageLink;
import io.samling.reporting.dashboard.web.PageView.When;
import io.samling.reporting.figures.Asked;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Makes the page of what is known. */
@Component
class Pages {

    private static final int CHANGES = 8;
    private static final int YEARS_WITHOUT_MEMBERS = 10;

    private final Dashboard dashboard;
    private final Changes changes;
    private final Clock clock;
    private final ZoneId zone;
    private final StaticFiles files;
    private final JsonMapper json;
    private final Map<Language, Words> words = new EnumMap<>(Language.class);

    Pages(
            Dashboard dashboard,
            Changes changes,
            Clock clock,
            @Value("${samling.zone:Europe/Stockholm}") ZoneId zone,
            StaticFiles files,
            JsonMapper json) {
        this.files = files;
        this.dashboard = dashboard;
        this.changes = changes;
        this.clock = clock;
        this.zone = zone;
        this.json = json;
        for (var language : Language.values()) {
            words.put(language, new Words(language, json));
        }
    }

    /**
     * A page and how it is answered.
     *
     * @param retryAfter in seconds, where there are no figures yet
     */
    record Page(PageView view, HttpStatus status, OptionalLong retryAfter) {}

    /** The page that is asked for, or one that says why it cannot be shown. */
    Page page(Map<String, String> sent, Language language) {
        var spoken = words(language);
        var wanted = Wanted.NOTHING;
        try {
            wanted = Wanted.of(sent, zone);
            return new Page(shown(sent, spoken, wanted), HttpStatus.OK, OptionalLong.empty());
        } catch (Unavailable notYet) {
            var problem = spoken.say("page", "notYetKnown");
            return new Page(
                    without(sent, spoken, wanted, problem),
                    HttpStatus.SERVICE_UNAVAILABLE,
                    OptionalLong.of(Math.max(1, notYet.retryAfter().toSeconds())));
        } catch (Refusal refused) {
            var problem = spoken.say("page", "refused", Map.of("reason", refused.sentence()));
            return new Page(
                    without(sent, spoken, wanted, problem),
                    HttpStatus.BAD_REQUEST,
                    OptionalLong.empty());
        }
    }

    private PageView shown(Map<String, String> sent, Words spoken, Wanted wanted) {
        var asked = new Asked(wanted.asOf(), wanted.knownAt(), null, null, Map.of());
        var overview = dashboard.overview(asked);
        var latest = changes.latest(CHANGES);
        var basis = overview.basis();
        var to = wanted.to() == null ? basis.asOf() : wanted.to();
        var from = wanted.from() == null ? begin(to, overview) : wanted.from();
        var overTime = dashboard.headcounts(from, to, basis);
        return new PageView(
                spoken.language().code(),
                files.folder(),
                spoken.texts(),
                links(sent, spoken.language()),
                when(wanted),
                overview.demo(),
                latest.isEmpty(),
                null,
                warnings(overview, spoken),
                FiguresView.of(overview, overTime, spoken, zone),
                rows(latest, spoken));
    }

    private PageView without(
            Map<String, String> sent, Words spoken, Wanted wanted, String problem) {
        return new PageView(
                spoken.language().code(),
                files.folder(),
                spoken.texts(),
                links(sent, spoken.language()),
                when(wanted),
                false,
                false,
                problem,
                List.of(),
                FiguresView.none(spoken),
                List.of());
    }

    private List<String> warnings(Overview overview, Words spoken) {
        List<String> warnings = new ArrayList<>();
        int parked = overview.basis().parked();
        if (parked > 0) {
            warnings.add(spoken.say("rests", "parked", Map.of("count", spoken.number(parked))));
        }
        for (var standing : dashboard.behind()) {
            var complete = standing.completeUntil();
            var until = complete == null ? "" : spoken.moment(complete, zone);
            var values = Map.of("service", standing.service(), "moment", until);
            warnings.add(spoken.say("rests", "behind", values));
        }
        return warnings;
    }

    private List<ChangeRow> rows(List<Change> latest, Words spoken) {
        var sentences = new Sentences(spoken, json);
        return latest.stream()
                .map(
                        change ->
                                new ChangeRow(
                                        change.id(),
                                        change.recorded().toString(),
                                        spoken.moment(change.recorded(), zone),
                                        sentences.of(change)))
                .toList();
    }

    private When when(Wanted wanted) {
        var today = LocalDate.now(clock.withZone(zone));
        var asOf = wanted.asOf() == null ? today : wanted.asOf();
        var from = wanted.from() == null ? "" : wanted.from().toString();
        var to = wanted.to() == null ? "" : wanted.to().toString();
        var knownAt = wanted.knownAt() == null ? "" : local(wanted.knownAt());
        boolean more = !(from + to + knownAt).isEmpty();
        return new When(asOf.toString(), today.toString(), from, to, knownAt, more);
    }

    private String local(Instant moment) {
        return moment.atZone(zone).toLocalDateTime().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** The new year before the first of the members joined. */
    private static LocalDate begin(LocalDate to, Overview overview) {
        var first = overview.firstDay();
        return first == null || !first.isBefore(to)
                ? to.minusYears(YEARS_WITHOUT_MEMBERS)
                : first.withDayOfYear(1);
    }

    private static List<LanguageLink> links(Map<String, String> sent, Language current) {
        return Arrays.stream(Language.values())
                .map(
                        language ->
                                new LanguageLink(
                                        language.code(),
                                        language.ownName(),
                                        address(sent, language),
                                        language == current))
                .toList();
    }

    private static String address(Map<String, String> sent, Language language) {
        var parameters = new TreeMap<>(sent);
        parameters.put("language", language.code());
        var address = new StringBuilder("/");
        parameters.forEach(
                (name, value) ->
                        address.append(address.length() == 1 ? '?' : '&')
                                .append(URLEncoder.encode(name, StandardCharsets.UTF_8))
                                .append('=')
                                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return address.toString();
    }

    private Words words(Language language) {
        var spoken = words.get(language);
        if (spoken == null) {
            throw new IllegalStateException("No words in " + language);
        }
        return spoken;
    }
}
