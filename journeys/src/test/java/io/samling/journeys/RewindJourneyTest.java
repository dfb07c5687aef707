package io.samling.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.samling.journeys.Landscape.Service;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** All facts are published again while everything runs: those who read them do not notice. */
@ExtendWith(WithSamling.class)
class RewindJourneyTest {

    private static final String[] DAYS = {"2016-01-01", "2021-07-01", "2024-12-31"};
    private static final int COMPANY = 45_000;
    private static final Pattern REWINDING = Pattern.compile("Rewinding from position");

    private final Landscape samling;
    private final Figures figures;
    private final Writer write;

    RewindJourneyTest(Landscape samling) {
        this.samling = samling;
        figures = new Figures(samling.reporting().api());
        write = new Writer(samling);
    }

    @Test
    void figures_are_what_they_were() {
        var member = Organisations.id("rewind member");
        write.join(member, Organisations.number(COMPANY), LocalDate.of(2016, 1, 1)).acknowledged();
        new Comparison(samling).onDays(DAYS);
        var before = ask();

        rewind(samling.member());
        rewind(samling.funding());
        // facts come in the order of the log, so who knows these knows what was told again before
        var reading = Organisations.id("rewind reading");
        var asOf = LocalDate.of(2017, 1, 1);
        var reported = write.report(member, reading, "GROUP", asOf, 7);
        var project = write.register(Organisations.id("rewind project"), "\"2022\"");
        awaitKnown(reported.acknowledged().positionText());
        awaitKnown(project.acknowledged().positionText());

        assertThat(ask()).isEqualTo(before);
        new Comparison(samling).onDays(DAYS);
    }

    @Test
    void to_what_was_never_told_is_refused_with_a_sentence() {
        var refusal = awaitStatus(422, samling.member(), 99_999_999);

        assertThat(refusal).contains("/problems/position-not-told", "has not been told");
    }

    private List<JsonNode> ask() {
        List<JsonNode> said = new ArrayList<>();
        for (var day : DAYS) {
            Figures.NAMES.forEach(figure -> said.add(figures.ask(figure, day).figure()));
        }
        return said;
    }

    private static void rewind(Service service) {
        long before = timesRewound(service);
        awaitStatus(200, service, 0);
        await("the relay goes back").until(() -> timesRewound(service) > before);
    }

    private static long timesRewound(Service service) {
        return REWINDING.matcher(service.program().log()).results().count();
    }

    /** An instance that has just taken over from another one relays a moment later. */
    private static String awaitStatus(int status, Service service, long position) {
        var body = "{\"to\": %d}".formatted(position);
        return await("status " + status)
                .until(
                        () -> service.api().post("/api/relay/rewind", body, "rewind"),
                        answer -> answer.status() == status)
                .body();
    }

    private void awaitKnown(String position) {
        await("reporting knows " + position)
                .until(
                        () ->
                                figures.reporting()
                                                .get("/api/figures/members?at-least=" + position)
                                                .status()
                                        == 200);
    }
}
