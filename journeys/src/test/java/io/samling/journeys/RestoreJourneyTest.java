package io.samling.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.samling.journeys.Landscape.Service;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A log is written to a file, lost, and restored from it. */
@ExtendWith(WithSamling.class)
class RestoreJourneyTest {

    private static final String[] DAYS = {"2016-01-01", "2021-07-01", "2024-12-31"};
    private static final int FIRST_COMPANY = 46_000;

    private final Landscape samling;
    private final Figures figures;
    @TempDir Path folder = Path.of("");

    RestoreJourneyTest(Landscape samling) {
        this.samling = samling;
        figures = new Figures(samling.reporting().api());
    }

    @BeforeEach
    void remember_something() {
        var write = new Writer(samling);
        for (int i = 0; i < 20; i++) {
            var member = Organisations.id("restored member " + i);
            var firstDay = LocalDate.of(2015, 1, 1).plusMonths(i);
            write.join(member, Organisations.number(FIRST_COMPANY + i), firstDay).acknowledged();
            var reading = Organisations.id("restored reading " + i);
            write.report(member, reading, "SITE", firstDay, 10 + i).acknowledged();
            write.correct(member, reading, "SITE", firstDay.plusDays(i), 20 + i).acknowledged();
            write.leave(member, firstDay.plusYears(1 + i % 9), "RESIGNED").acknowledged();
            grant(write, i);
        }
        shares(write);
        new Comparison(samling).onDays(DAYS);
    }

    private static void grant(Writer write, int i) {
        var project = Organisations.id("restored project " + i);
        var grant = Organisations.id("restored grant " + i);
        var amount = "{\"minor\": %d, \"currency\": \"SEK\"}".formatted(1000L + i);
        write.register(project, "\"2022\"").acknowledged();
        write.grant(grant, project, i % 3 == 0 ? "null" : "\"2021-03\"", amount, "GRANT")
                .acknowledged();
        if (i % 4 == 0) {
            write.withdraw(grant, "2024").acknowledged();
        }
    }

    private static void shares(Writer write) {
        var register = Organisations.id("restored register");
        var holder = Organisations.id("restored holder");
        var issue =
                """
                {"type": "ISSUE", "count": 1000, "holder": "%s", "day": "2016"}
                """
                        .formatted(holder);
        var redemption =
                """
                {"type": "REDEMPTION", "first": 11, "last": 20, "holder": "%s", "day": "2020"}
                """
                        .formatted(holder);
        write.openRegister(register).acknowledged();
        write.enterHolder(register, holder).acknowledged();
        write.enter(register, Organisations.id("restored issue"), issue).acknowledged();
        write.enter(register, Organisations.id("restored redemption"), redemption).acknowledged();
    }

    @Test
    void all_figures_come_back_once_what_was_made_from_the_lost_log_is_made_anew() {
        var before = ask();
        samling.member().program().close();
        assertThat(ended("export")).isZero();
        samling.loseLog("member");
        assertThat(ended("import")).isZero();

        samling.member().program().start();
        rebuild();

        assertThat(ask()).isEqualTo(before);
        new Comparison(samling).onDays(DAYS);
    }

    @Test
    void figures_are_what_a_recount_of_the_logs_by_the_services_themselves_comes_to() {
        var services = List.of("member", "funding");
        List<Callable<Integer>> verifying = new ArrayList<>();
        for (var service : services) {
            verifying.add(() -> samling.logCommand(service, "verify", folder).runToItsEnd());
        }

        assertThat(InParallel.run(2, verifying)).containsOnly(0);
        for (var service : services) {
            assertThat(samling.logCommand(service, "verify", folder).log())
                    .containsPattern("[1-9]\\d* figures .*, 0 differ")
                    .contains("all is well");
        }
    }

    private int ended(String command) {
        var file = folder.resolve("member.ndjson");
        return samling.logCommand("member", command, file).runToItsEnd();
    }

    private void rebuild() {
        var member = samling.member();
        await("member-service waits to be rebuilt")
                .failFast(() -> !member.program().isAlive())
                .until(() -> waits(member));
        member.api().post("/api/rebuild", "{}", "rebuild").json();
        member.program().awaitReady();
        var reporting = samling.reporting();
        reporting.api().post("/api/feed/member/rebuild", "{}", "rebuild").json();
        reporting.program().awaitReady();
    }

    /** Both its relay and its view, which were made from the log that was lost. */
    private static boolean waits(Service service) {
        try {
            var health = service.api().get("/actuator/health/readiness").body();
            return health.split("./samling rebuild", -1).length > 2;
        } catch (UncheckedIOException notThereYet) {
            return false;
        }
    }

    private List<JsonNode> ask() {
        List<JsonNode> said = new ArrayList<>();
        for (var day : DAYS) {
            Figures.NAMES.forEach(figure -> said.add(figures.ask(figure, day).figure()));
        }
        return said;
    }
}
