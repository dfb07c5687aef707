package io.samling.reporting.dashboard.web;

import io.samling.kernel.Refusal;
import io.samling.kernel.Unavailable;
import io.samling.reporting.dashboard.Change;
import io.samling.reporting.dashboard.Changes;
import io.samling.reporting.dashboard.Dashboard;
import io.samling.reporting.dashboard.Overview;
import io.samling.reporting.dashboard.web.PageView.LanguageLink;
import io.samling.reporting.dashboard.web.PageView.When;
import io.samling.reporting.figures.Asked;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
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
    private final JsonMapper json;
    private final Map<Language, Words> words = new EnumMap<>(Language.class);

    Pages(
            Dashboard dashboard,
            Changes changes,
            Clock clock,
            @Value("${samling.zone:Europe/Stockholm}") ZoneId zone,
            JsonMapper json) {
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
            var asked = new Asked(wanted.asOf(), wanted.knownAt(), null, null, Map.of());
            var overview = dashboard.overview(asked);
            var view = view(sent, spoken, wanted, overview, changes.latest(CHANGES), null);
            return new Page(view, HttpStatus.OK, OptionalLong.empty());
        } catch (Unavailable notYet) {
            var problem = spoken.say("page", "notYetKnown");
            return new Page(
                    view(sent, spoken, wanted, null, List.of(), problem),
                    HttpStatus.SERVICE_UNAVAILABLE,
                    OptionalLong.of(Math.max(1, notYet.retryAfter().toSeconds())));
        } catch (Refusal refused) {
            var problem = spoken.say("page", "refused", Map.of("reason", refused.sentence()));
            return new Page(
                    view(sent, spoken, wanted, null, List.of(), problem),
                    HttpStatus.BAD_REQUEST,
                    OptionalLong.empty());
        }
    }

    private PageView view(
            Map<String, String> sent,
            Words spoken,
            Wanted wanted,
            @Nullable Overview overview,
            List<Change> latest,
            @Nullable String problem) {
        return new PageView(
                spoken.language().code(),
                spoken.texts(),
                links(sent, spoken.language()),
                when(wanted, overview),
                overview != null && overview.demo(),
                problem,
                overview == null
                        ? FiguresView.none(spoken)
                        : FiguresView.of(overview, spoken, zone),
                forScript(textsFor(spoken)),
                forScript(latest));
    }

    private When when(Wanted wanted, @Nullable Overview overview) {
        var today = LocalDate.now(clock.withZone(zone));
        var asOf = wanted.asOf() == null ? today : wanted.asOf();
        var to = wanted.to() == null ? asOf : wanted.to();
        var from = wanted.from() == null ? begin(to, overview) : wanted.from();
        var knownAt = wanted.knownAt();
        var local =
                knownAt == null
                        ? ""
                        : knownAt.atZone(zone)
                                .toLocalDateTime()
                                .truncatedTo(ChronoUnit.SECONDS)
                                .toString();
        return new When(asOf.toString(), from.toString(), to.toString(), local);
    }

    /** The new year before the first of the members joined. */
    private static LocalDate begin(LocalDate to, @Nullable Overview overview) {
        var first = overview == null ? null : overview.firstDay();
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

    private Map<String, Object> textsFor(Words spoken) {
        Map<String, Object> texts = new LinkedHashMap<>(spoken.texts());
        texts.put("zone", zone.getId());
        return texts;
    }

    /** JSON that cannot end the script element it stands in. */
    private String forScript(Object value) {
        return json.writeValueAsString(value).replace("<", "\\u003c");
    }

    private Words words(Language language) {
        var spoken = words.get(language);
        if (spoken == null) {
            throw new IllegalStateException("No words in " + language);
        }
        return spoken;
    }
}
