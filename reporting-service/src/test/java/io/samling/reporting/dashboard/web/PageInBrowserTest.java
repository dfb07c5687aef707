package io.samling.reporting.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashSet;
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
    private static final int PHONE = 390;
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
        browser.open(address("?language=en"), DESKTOP, HIGH);
        browser.until("changes are listed", () -> browser.all("#changes li").size() > 5);

        story.goOn(Story.began(40, LocalDate.of(2026, 2, 1)));

        browser.until(
                "the new member is told",
                () -> browser.text("#changes li").contains(Story.name(40) + " became a member"));
        browser.until("it is counted", () -> browser.text("[data-figure=members]").equals("26"));
        assertThat(browser.text("#changes-state")).contains(Story.name(40));
    }

    @Test
    void a_page_of_what_was_known_then_stands_still() {
        browser.open(address("?language=en&knownAt=2026-01-01T01:00"), DESKTOP, HIGH);

        assertThat(browser.text("footer")).contains("As known at 1 Jan 2026, 01:00.");
    }

    @Test
    void everything_is_reached_by_keyboard_with_the_skip_link_first() {
        browser.open(address("?language=en"), DESKTOP, HIGH);

        var first = tab(browser);
        var outline = browser.ask("getComputedStyle(document.activeElement).outlineStyle");
        var reached = new LinkedHashSet<String>();
        for (int step = 0; step < 40; step++) {
            reached.add(tab(browser));
        }

        assertThat(first).isEqualTo("Skip to the figures");
        assertThat(reached).contains("asOf", "from", "to", "knownAt", "live", "Show");
        assertThat(outline).isEqualTo("solid");
    }

    @Test
    void every_control_has_a_name_every_part_a_heading_and_every_column_a_head() {
        browser.open(address("?language=en"), DESKTOP, HIGH);

        assertThat(browser.all("input")).allMatch(input -> !Browser.name(input).isBlank());
        assertThat(browser.all("main section"))
                .isNotEmpty()
                .allMatch(section -> !Browser.name(section).isBlank());
        assertThat(browser.all("h1")).hasSize(1);
        assertThat(browser.all("th:not([scope])")).isEmpty();
        assertThat(browser.find("#chart").getAriaRole()).isIn("img", "image");
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
