package io.samling.reporting.dashboard.web;

import static io.samling.reporting.figures.web.RunningService.encoded;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // JUnit fills what is started before all tests
class PageTest {

    private static final String AFTER_ALL = "asOf=2026-01-01";

    @TempDir static Path folder;

    private ToldStory story;

    @BeforeAll
    void tell() {
        story = ToldStory.tell(folder);
    }

    @Test
    void the_figures_are_in_the_page_before_any_script_runs() {
        var page = page("/?language=en&" + AFTER_ALL);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("data-figure=\"members\">25<", "data-figure=\"employees\">2,200<")
                .contains("3 members have no reading.", "on 1 Jan 2026")
                .contains("<th scope=\"row\">Olofström</th>", "Demo: invented companies");
    }

    @Test
    void grants_are_shown_as_precisely_as_they_are_known() {
        var page = page("/?language=en&" + AFTER_ALL);

        assertThat(page.body())
                .contains("<th scope=\"row\">Lättare verktyg</th>", "27 Mar 2016", "Sept 2018")
                .contains("data-figure=\"grants\">SEK\u00a02.0m<")
                .contains("data-sum=\"grants\">SEK\u00a01,990,560.50<", "3 grants, 1 of unknown")
                .contains("SEK 14,000,000<span", "whole budget, the grant&#39;s part")
                .contains("Of one project only the whole budget is known, SEK 14,000,000;")
                .contains("Jobb i långa banor", "unknown");
        assertThat(page("/?language=sv&" + AFTER_ALL).body())
                .contains("1\u00a0990\u00a0560,50\u00a0kr", ">2,0\u00a0mkr<");
        assertThat(page("/?language=en&asOf=2009-12-31").body()).contains("No grants on this day.");
    }

    @Test
    void owners_are_shown_by_share() {
        var page = page("/?language=en&" + AFTER_ALL);

        assertThat(page.body())
                .contains("<h3>Påhittade Kluster AB</h3>", "<th scope=\"row\">Region Blekinge</th>")
                .contains(">500<", ">50%<", ">30%<", ">1,000<");
        assertThat(page("/?language=en&asOf=2021-06-30").body()).contains("No shares on this day.");
    }

    @Test
    void it_speaks_the_language_that_is_chosen_or_else_the_browsers() {
        assertThat(page("/?language=sv&" + AFTER_ALL).body())
                .contains("<html lang=\"sv\">", "2\u00a0200<", "3 medlemmar saknar uppgift.")
                .contains("Demo: påhittade företag", "den 1 jan. 2026");
        assertThat(spoken("sv-SE,sv;q=0.9,en;q=0.8")).isEqualTo("sv");
        assertThat(spoken("de,en-US;q=0.7,sv;q=0.3")).isEqualTo("en");
        assertThat(spoken("de")).isEqualTo("en");
        assertThat(spoken("q=;;")).isEqualTo("en");
    }

    @Test
    void a_choice_of_language_is_remembered() {
        var chosen = page("/?language=sv");

        assertThat(chosen.headers().firstValue("Set-Cookie").orElse(""))
                .contains("language=sv", "SameSite=Lax", "HttpOnly");
        assertThat(page("/").headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void it_shows_the_day_and_the_moment_that_are_asked_for() {
        var early = page("/?language=en&asOf=2015-12-31");
        var nothingKnown = page("/?language=en&asOf=2015-12-31&knownAt=2020-01-01T12:00");

        assertThat(early.body()).contains("data-figure=\"members\">3<");
        assertThat(nothingKnown.body())
                .contains("data-figure=\"members\">0<", "No members on this day.")
                .contains("As known at 1 Jan 2020, 12:00.");
    }

    @Test
    void nonsense_is_answered_with_a_sentence_in_the_page() {
        var page = page("/?language=en&asOf=yesterday");

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body())
                .contains("That cannot be shown: asOf looks like 2026-03-31")
                .doesNotContain("yesterday<");
    }

    @Test
    void nothing_sent_ends_up_as_markup() {
        var page = page("/?language=en&x=" + encoded("\"><script>alert(1)</script>"));

        assertThat(page.body()).doesNotContain("<script>alert");
    }

    @Test
    void browsers_are_told_to_load_nothing_from_elsewhere() {
        var headers = page("/").headers();

        assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(headers.firstValue("Cache-Control")).hasValue("no-store");
    }

    @Test
    void what_the_page_loads_is_ours_and_kept_until_it_changes() {
        var loaded =
                Pattern.compile("(?:href|src)=\"([^\"]+\\.(?:js|css|svg))\"")
                        .matcher(page("/").body())
                        .results()
                        .map(found -> found.group(1))
                        .toList();

        assertThat(loaded).hasSize(7).allMatch(path -> path.startsWith("/dashboard/"));
        for (var path : loaded) {
            var file = page(path);
            assertThat(file.statusCode()).as(path).isEqualTo(200);
            assertThat(file.headers().firstValue("Cache-Control"))
                    .hasValue("max-age=31536000, immutable");
        }
        assertThat(page("/dashboard/000000000000/page.js").statusCode()).isEqualTo(404);
    }

    @Test
    void the_chart_and_the_latest_changes_are_in_the_page_too() {
        var page = page("/?language=en&" + AFTER_ALL).body();

        assertThat(page)
                .contains("members from 0 to 25, employees from 0 to 2,200.")
                .contains("<th scope=\"row\">1 Jan 2026</th><td class=\"number\">25</td>")
                .contains("25 AB is a member no longer; the last day is 31 Dec 2022 (resigned).");
        assertThat(Pattern.compile("class=\"line\" d=\"M0 [^\"]+\"").matcher(page).results())
                .hasSize(2);
    }

    @Test
    void every_figure_says_what_it_counts_and_opens_into_the_list_that_it_is_counted_from() {
        var page = page("/?language=en&" + AFTER_ALL).body();

        assertThat(page)
                .contains("How many members have a period of membership that covers the day.")
                .contains("No: later changes for that day will be counted too.");
        assertThat(list(page, "members")).hasSize(25);
        assertThat(sum(list(page, "employees"))).isEqualTo(2200);
        assertThat(list(page, "grants")).hasSize(3);
        assertThat(list(page, "owners")).hasSize(3);
    }

    @Test
    void figures_that_lag_behind_say_so() {
        assertThat(page("/?language=en").body())
                .contains("The figures are behind: funding is known only until 1 Jan 2026");
    }

    private JsonNode list(String page, String figure) {
        var link = Pattern.compile("href=\"([^\"]+)\" data-list=\"" + figure).matcher(page);
        assertThat(link.find()).as(figure).isTrue();
        return story.service().get(HtmlUtils.htmlUnescape(link.group(1))).get("items");
    }

    private static int sum(JsonNode items) {
        int sum = 0;
        for (var item : items) {
            sum += item.get("value").asInt();
        }
        return sum;
    }

    @Test
    void a_figure_is_told_over_time_as_known_at_the_same_positions() {
        var series =
                story.service()
                        .get(
                                "/api/figures/employees/over-time"
                                        + "?from=2015-03-26&to=2026-01-01&points=5");

        var points = series.get("points");
        assertThat(points).hasSize(5);
        assertThat(points.get(0).get("asOf").asString()).isEqualTo("2015-03-26");
        assertThat(points.get(0).get("members").asInt()).isZero();
        assertThat(points.get(4).get("asOf").asString()).isEqualTo("2026-01-01");
        assertThat(points.get(4).get("members").asInt()).isEqualTo(25);
        assertThat(points.get(4).get("value").asInt()).isEqualTo(2200);
        assertThat(series.get("known").asString()).contains("member:0000abcd:");
    }

    @Test
    void a_span_that_makes_no_sense_is_refused() {
        var over = "/api/figures/members/over-time?";

        assertThat(story.service().status(over + "from=2026-01-02&to=2026-01-01")).isEqualTo(400);
        assertThat(story.service().status(over + "from=2026-01-01&to=2026-01-02&points=401"))
                .isEqualTo(400);
        assertThat(story.service().status(over + "from=2026-01-01&to=2026-01-02&pionts=4"))
                .isEqualTo(400);
        assertThat(story.service().status(over + "from=2026-01-01")).isEqualTo(400);
    }

    @Test
    void members_by_municipality_add_up_to_the_members() {
        var places = story.service().get("/api/figures/members/by-municipality?" + AFTER_ALL);

        int sum = 0;
        for (var place : places.get("municipalities")) {
            sum += place.get("value").asInt();
        }
        assertThat(sum).isEqualTo(25).isEqualTo(places.get("value").asInt());
        assertThat(places.get("municipalities").get(0).get("name").asString())
                .isEqualTo("Olofström");
    }

    @Test
    void the_latest_changes_come_newest_first_with_names() {
        story.goOn(Story.reported(2, LocalDate.of(2026, 1, 1), 100));

        var changes = story.service().get("/api/changes?limit=2");

        var all = story.service().get("/api/changes?limit=200").toString();
        assertThat(all).contains("\"Lättare verktyg\"", "\"h-2\":\"Karlskrona kommun\"");
        assertThat(changes).hasSize(2);
        assertThat(changes.get(0).get("type").asString())
                .isEqualTo("io.samling.member.headcount-reported.v1");
        assertThat(changes.get(0).get("name").asString()).isEqualTo(Story.name(2));
        assertThat(changes.get(0).get("body").get("reading").get("value").asInt()).isEqualTo(100);
    }

    private HttpResponse<String> page(String path) {
        return story.service().send(path);
    }

    private String spoken(String accepted) {
        return Language.of(null, null, accepted).code();
    }

    @AfterAll
    void stop() throws Exception {
        story.close();
    }
}
