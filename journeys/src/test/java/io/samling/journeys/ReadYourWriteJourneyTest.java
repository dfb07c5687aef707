package io.samling.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.samling.contracts.LogPosition;
import io.samling.contracts.LogPositions;
import io.samling.journeys.Api.Answer;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** A thousand writes, each asked back at once, in turn on one of two instances of reporting. */
@ExtendWith(WithSamling.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadYourWriteJourneyTest {

    private static final int WRITES = 1000;
    private static final int FIRST_COMPANY = 10_000;
    private static final LocalDate FIRST_DAY = LocalDate.of(2020, 1, 1);

    private final Landscape samling;
    private final Landscape.Service another;
    private final List<Waited> waits;

    /** What was written, what the question after it answered, and how long that took. */
    private record Waited(LogPosition written, Answer answer, Duration time) {

        long known() {
            var known = LogPositions.parse(answer.json().get("known").asString());
            return Objects.requireNonNull(known.of("member")).position();
        }
    }

    ReadYourWriteJourneyTest(Landscape samling) {
        this.samling = samling;
        another = samling.another("reporting-service");
        waits = new ArrayList<>();
    }

    @BeforeAll
    void write_and_ask_back() {
        another.program().start();
        another.program().awaitReady();
        List<Callable<Waited>> tasks = new ArrayList<>();
        for (int i = 0; i < WRITES; i++) {
            int company = FIRST_COMPANY + i;
            tasks.add(() -> joinAndAsk(company));
        }
        waits.addAll(InParallel.run(4, tasks));
    }

    @AfterAll
    void stop_the_other_instance() {
        another.program().close();
    }

    @Test
    void every_answer_includes_the_write() {
        assertThat(waits).allSatisfy(wait -> assertThat(wait.answer().status()).isEqualTo(200));
        assertThat(waits)
                .allSatisfy(
                        wait ->
                                assertThat(wait.known())
                                        .isGreaterThanOrEqualTo(wait.written().position()));
    }

    /** A time depends on what else the machine does: it is printed to be read, and not judged. */
    @AfterAll
    void print_the_waits() {
        var times = waits.stream().map(Waited::time).sorted().toList();
        System.out.printf(
                "journey: read your own write, %d writes: p50 %d ms, p99 %d ms, longest %d ms%n",
                WRITES,
                times.get(WRITES / 2).toMillis(),
                times.get(WRITES * 99 / 100 - 1).toMillis(),
                times.getLast().toMillis());
    }

    private Waited joinAndAsk(int company) {
        var id = Organisations.id("read your write " + company);
        var joined = new Writer(samling).join(id, Organisations.number(company), FIRST_DAY);
        var position = joined.acknowledged().positionText();
        var instance = company % 2 == 0 ? samling.reporting() : another;

        var began = System.nanoTime();
        var answer = instance.api().get("/api/figures/members?at-least=" + position);
        return new Waited(
                LogPosition.parse(position), answer, Duration.ofNanos(System.nanoTime() - began));
    }
}
