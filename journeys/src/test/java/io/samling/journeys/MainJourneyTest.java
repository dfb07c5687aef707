package io.samling.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.samling.journeys.Figures.Said;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** From joins, grants and transfers of shares to the figures, and back to what was known before. */
@ExtendWith(WithSamling.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MainJourneyTest {

    private static final int EARLIER_ANSWERS = 50;

    private final Landscape samling;
    private final Figures figures;
    private final List<Said> earlier = new ArrayList<>();
    private Story.@org.jspecify.annotations.Nullable Joins joins;

    MainJourneyTest(Landscape samling) {
        this.samling = samling;
        figures = new Figures(samling.reporting().api());
    }

    @BeforeAll
    void tell_the_story_and_ask_on_the_way() {
        var story = new Story(new Writer(samling));
        joins = story.companiesJoin();
        askSome();
        story.theirHeadcountsAreReported();
        askSome();
        story.someLeaveAndSomeReturn();
        story.projectsAndGrantsAreDecided();
        askSome();
        story.headcountsAreCorrected();
        story.sharesChangeHands();
        askSome();
        story.someGrantsChange();
    }

    /** A third of these at each of four stations, while the facts are still on their way. */
    private void askSome() {
        for (var day : List.of("2017-01-01", "2020-06-30", "2024-02-29", "2026-11-23")) {
            for (var figure : Figures.NAMES) {
                earlier.add(figures.ask(figure, day));
            }
        }
    }

    @Test
    void a_company_joins_once_however_often_it_is_asked() {
        assertThat(joins().once()).allMatch(Api.Answer::isAcknowledged);
        assertThat(joins().again()).allMatch(Api.Answer::isAcknowledged);
        assertThat(MemberRecount.numbersThatJoined(samling.log("member").events()))
                .doesNotHaveDuplicates();
    }

    @Test
    void bad_numbers_and_sole_traders_are_refused_and_leave_no_trace() {
        assertThat(joins().bad())
                .allMatch(answer -> answer.status() >= 400 && answer.status() < 500);
        assertThat(joins().bad()).noneMatch(answer -> answer.body().contains(Story.SOLE_TRADER));
        assertThat(samling.log("member").events())
                .noneMatch(event -> event.data().toString().contains(Story.SOLE_TRADER));
    }

    @Test
    void every_figure_on_twenty_days_is_that_of_a_recount_of_the_logs() {
        new Comparison(samling).onDays(twentyDays());
    }

    @Test
    void fifty_earlier_answers_are_given_again() {
        assertThat(earlier).hasSizeGreaterThanOrEqualTo(EARLIER_ANSWERS);
        for (var said : earlier) {
            var again = figures.ask(said.question().asKnown(said.known()));
            assertThat(again.figure()).as(said.toString()).isEqualTo(said.figure());
        }
    }

    @Test
    void earlier_answers_are_those_of_a_recount_of_what_was_known() {
        new Comparison(samling).ofAnswers(earlier);
    }

    private Story.Joins joins() {
        return Objects.requireNonNull(joins);
    }

    private static String[] twentyDays() {
        return Stream.iterate(LocalDate.of(2015, 3, 1), day -> day.plusDays(223))
                .limit(20)
                .map(LocalDate::toString)
                .toArray(String[]::new);
    }
}
