package io.samling.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.samling.journeys.Log.Event;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Each process is killed in turn while clients write, and started again. */
@ExtendWith(WithSamling.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KillsJourneyTest {

    private static final int CLIENTS = 4;

    /** Writes that must be acknowledged between one kill and the next. */
    private static final int BETWEEN = 60;

    private final Landscape samling;
    private final Persistent clients;

    KillsJourneyTest(Landscape samling) {
        this.samling = samling;
        clients = new Persistent(new Writer(samling));
    }

    @BeforeAll
    void kill_each_process_while_clients_write() throws InterruptedException, ExecutionException {
        try (var executor = Executors.newFixedThreadPool(CLIENTS)) {
            List<Future<?>> working = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                working.add(executor.submit(clients::goOn));
            }
            killEachInTurn();
            clients.stop();
            for (var client : working) {
                client.get();
            }
        } finally {
            clients.stop();
        }
        System.out.printf(
                "journey: %d kills, %d writes acknowledged, %d requests without an answer%n",
                inTurn().size(), clients.count(), clients.repeats());
    }

    private void killEachInTurn() {
        for (var killAndStartAgain : inTurn()) {
            awaitMoreWrites();
            killAndStartAgain.run();
        }
        samling.services().forEach(service -> service.program().awaitReady());
        awaitMoreWrites();
    }

    /** A time depends on what else the machine does: it is printed to be read, and not judged. */
    private void printHowSoonItGoesOn(Program program) {
        for (var service : List.of(samling.member(), samling.funding())) {
            if (service.program() == program) {
                var ready = System.nanoTime();
                await("relay and views of " + program + " go on")
                        .until(() -> goesOn(service.api()));
                System.out.printf(
                        "journey: relay and views of %s went on %d ms after it was ready%n",
                        program, Duration.ofNanos(System.nanoTime() - ready).toMillis());
            }
        }
    }

    private static boolean goesOn(Api service) {
        var health = service.get("/actuator/health/readiness").body();
        return health.contains("\"state\":\"RELAYING\"") && !health.contains("\"claimed\":false");
    }

    private List<Runnable> inTurn() {
        var member = samling.member().program();
        var funding = samling.funding().program();
        var reporting = samling.reporting().program();
        return List.of(
                () -> killAndStartAgain(member),
                () -> killAndStartAgain(funding),
                () -> killAndStartAgain(reporting),
                this::killAndStartTheServersAgain,
                () -> killAndStartAgain(member));
    }

    private void killAndStartAgain(Program program) {
        program.kill();
        program.start();
        program.awaitReady();
        printHowSoonItGoesOn(program);
    }

    private void killAndStartTheServersAgain() {
        samling.servers().kill();
        samling.servers().startAgain();
    }

    private void awaitMoreWrites() {
        int enough = clients.count() + BETWEEN;
        await("more writes").atMost(Duration.ofSeconds(90)).until(() -> clients.count() >= enough);
    }

    @Test
    void nothing_acknowledged_is_missing_and_nothing_is_there_twice() {
        for (var service : List.of("member", "funding")) {
            var events = samling.log(service).events();
            for (var kept : clients.kept(service)) {
                var about = eventsAbout(kept.id(), events);
                assertThat(about).as(kept.toString()).isNotEmpty();
                assertThat(about.getFirst().position())
                        .isLessThanOrEqualTo(kept.position().position());
                assertThat(about).extracting(Event::name).doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void every_figure_is_that_of_a_recount() {
        new Comparison(samling).onDays("2022-02-02", "2022-12-31", "2023-03-02", "2026-01-01");
    }

    /** Events that name the id, other than as that of somebody else. */
    private static List<Event> eventsAbout(String id, List<Event> events) {
        return events.stream().filter(event -> event.isAbout(id)).toList();
    }
}
