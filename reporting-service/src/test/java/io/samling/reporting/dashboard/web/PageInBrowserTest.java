package io.samling.reporting.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** The page as a person meets it; needs a chromium and a chromedriver on the machine. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // JUnit fills what is started before all tests
class PageInBrowserTest {

    private static final int DESKTOP = 1280;
    private static final int PHONE = 360;
    private static final int HIGH = 900;

    @TempDir static Path folder;

    private ToldStory story;
    private Browser browser;
    private Browser phone;

    @BeforeAll
    void tell() {
        assumeTrue(Browser.isThere(), "skipped: no chromium and chromedriver on this machine");
        story = ToldStory.tell(folder.resolve("kafka"));
        browser = Browser.start(folder.resolve("desktop"), "en", false);
        phone = Browser.start(folder.resolve("phone"), "sv", true);
    }

    @Test
    void figures_and_chart_are_there_and_nothing_was_forbidden_or_missing() {
        browser.open(address("?asOf=2026-01-01"), DESKTOP, HIGH);

        assertThat(browser.text("[data-figure=members]")).isEqualTo("25");
        browser.until("the chart is told", () -> isTold(browser));
        assertThat(browser.text("#chart-summary")).contains("members from 0 to 25");
        assertThat(browser.complaints()).isEmpty();
        browser.picture("desktop-english");
    }

    @Test
    void a_day_chosen_changes_figures_address_and_chart_without_a_new_page() {
        browser.open(address("?asOf=2026-01-01"), DESKTOP, HIGH);
        browser.until("the chart is told", () -> isTold(browser));
        browser.run("window.stillHere = true");

        choose(browser, "asOf", "2015-12-31");
        choose(browser, "from", "2015-01-01");
        choose(browser, "to", "2016-01-01");

        browser.until("3 members", () -> browser.text("[data-figure=members]").equals("3"));
        browser.until("a year", () -> browser.text("#chart-summary").contains("1 Jan 2016"));
        assertThat(browser.driver().getCurrentUrl()).contains("asOf=2015-12-31", "to=2016-01-01");
        assertThat(browser.ask("window.stillHere")).isEqualTo(true);
    }

    @Test
    void a_change_arrives_and_the_figures_follow() {
        browser.open(address("?language=en&asOf=2026-02-02"), DESKTOP, HIGH);
        browser.until("changes are listed", () -> browser.all("#changes li").size() > 5);

        story.goOn(Story.began(40, LocalDate.of(2026, 2, 1)));

        browser.until(
                "the new member is told",
                () -> browser.text("#changes li").contains(Story.name(40) + " became a member"));
        browser.until("it is counted", () -> browser.text("[data-figure=members]").equals("26"));
        browser.until("it is said", () -> browser.text("#changes-state").contains(Story.name(40)));
    }

    @Test
    void goes_on_by_itself_after_the_service_was_away() throws Exception {
        try (var line = Line.to(story.service().address())) {
            browser.open(line.address() + "/?language=en&asOf=2026-03-02", DESKTOP, HIGH);
            browser.until("changes are listed", () -> browser.all("#changes li").size() > 5);
            line.cut();
            browser.until(
                    "it says so",
                    () -> browser.text("#changes-state").contains("connection broke"));
            choose(browser, "asOf", "2026-03-01");
            browser.until("no figures", () -> !browser.text("[data-part=problem]").isEmpty());
            story.goOn(Story.began(41, LocalDate.of(2026, 3, 1)));

            line.mend();

            browser.until("figures", () -> browser.text("[data-part=problem]").isEmpty());
            browser.until(
                    "what happened meanwhile is told",
                    () -> browser.text("#changes").contains(Story.name(41)));
            browser.until(
                    "the line is up",
                    () -> !browser.text("#changes-state").contains("connection broke"));
        }
    }

    @Test
    void back_shows_what_was_shown_before() {
        browser.open(address("?asOf=2026-01-01"), DESKTOP, HIGH);
        choose(browser, "asOf", "2015-12-31");
        browser.until("3 members", () -> browser.text("[data-figure=members]").equals("3"));

        browser.driver().navigate().back();

        browser.until("25 members", () -> browser.text("[data-figure=members]").equals("25"));
        assertThat(browser.ask("document.getElementById('asOf').value")).isEqualTo("2026-01-01");
    }

    @Test
    void the_chart_is_read_day_by_day_with_the_arrow_keys() {
        browser.open(address("?language=en&asOf=2026-01-01"), DESKTOP, HIGH);
        browser.until("it can be read", () -> browser.all("#day:not([hidden])").size() == 1);
        browser.run("document.getElementById('day').focus()");
        var slider = browser.driver().switchTo().activeElement();

        slider.sendKeys(Keys.HOME);

        browser.until(
                "the first day", () -> browser.text("#readout").startsWith("1 Jan 2015: 0 mem"));
        slider.sendKeys(Keys.END);
        browser.until(
                "the last day", () -> browser.text("#readout").startsWith("1 Jan 2026: 25 mem"));
        assertThat(slider.getDomAttribute("aria-valuetext"))
                .isEqualTo("1 Jan 2026: 25 members, 2,200 employees");
    }

    @Test
    void has_no_fault_that_a_machine_can_find_in_any_light_size_or_language() {
        for (var language : List.of("en", "sv")) {
            for (int width : new int[] {DESKTOP, PHONE}) {
                for (var one : List.of(browser, phone)) {
                    one.open(address("?to=2026-01-01&language=" + language), width, HIGH);
                    one.run(
                            "document.querySelectorAll('.about, .more').forEach(d => d.open = true)");
                    assertThat(one.faults()).as(language + " at " + width).isEmpty();
                }
            }
        }
    }

    @Test
    void a_page_of_what_was_known_then_stands_still() {
        browser.open(address("?language=en&knownAt=2026-01-01T01:00"), DESKTOP, HIGH);

        assertThat(browser.text("footer")).contains("As known at 1 Jan 2026, 01:00.");
    }

    @Test
    void everything_is_reached_by_keyboard_with_the_skip_link_first() {
        browser.open(address("?language=en&to=2026-01-01"), DESKTOP, HIGH);

        var first = tab(browser);
        var outline = browser.ask("getComputedStyle(document.activeElement).outlineStyle");
        var reached = new LinkedHashSet<String>();
        for (int step = 0; step < 40; step++) {
            reached.add(tab(browser));
        }

        assertThat(first).isEqualTo("Skip to the figures");
        assertThat(reached)
                .contains("asOf", "from", "to", "knownAt", "Show", "day", "live", "latest");
        assertThat(outline).isEqualTo("solid");
    }

    @Test
    void every_control_has_a_name_every_part_a_heading_and_every_column_a_head() {
        browser.open(address("?language=en&to=2026-01-01"), DESKTOP, HIGH);

        assertThat(browser.all("input")).allMatch(input -> !Browser.name(input).isBlank());
        assertThat(browser.all("main section"))
                .isNotEmpty()
                .allMatch(section -> !Browser.name(section).isBlank());
        assertThat(browser.all("h1")).hasSize(1);
        assertThat(browser.all("th:not([scope])")).isEmpty();
        assertThat(browser.all("header, main, footer, nav")).hasSize(4);
    }

    @Test
    void on_a_phone_in_the_dark_in_swedish_nothing_is_wider_than_the_screen() {
        phone.open(address("?asOf=2026-01-01"), PHONE, HIGH);

        phone.until("the chart is told", () -> isTold(phone));
        assertThat(phone.text("h1")).isEqualTo("Medlemmar, finansiering och ägare");
        assertThat(phone.text("[data-figure=employees]")).matches("2\\s[23]00");
        assertThat((Long) phone.ask("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo((Long) phone.ask("window.innerWidth"));
        phone.picture("phone-swedish-dark");
    }

    private static boolean isTold(Browser browser) {
        return !browser.text("#chart-summary").isEmpty()
                && !browser.all("#chart-table tbody tr").isEmpty();
    }

    private static void choose(Browser browser, String field, String day) {
        browser.run(
                "const field = document.getElementById(arguments[0]);"
                        + "field.value = arguments[1];"
                        + "field.dispatchEvent(new Event('input', {bubbles: true}));"
                        + "field.dispatchEvent(new Event('change', {bubbles: true}));",
                field,
                day);
    }

    private static String tab(Browser browser) {
        browser.driver().switchTo().activeElement().sendKeys(Keys.TAB);
        var active = browser.driver().switchTo().activeElement();
        var id = active.getDomAttribute("id");
        return id == null || id.isEmpty() ? active.getText() : id;
    }

    private String address(String query) {
        return story.service().address() + "/" + query;
    }

    @AfterAll
    void stop() throws Exception {
        for (AutoCloseable started : new AutoCloseable[] {browser, phone, story}) {
            if (started != null) {
                started.close();
            }
        }
    }
}
