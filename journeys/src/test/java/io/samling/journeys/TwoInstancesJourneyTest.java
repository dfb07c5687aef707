package io.samling.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.samling.journeys.Api.Answer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two instances of member-service are asked at once to join the same 200 companies. */
@ExtendWith(WithSamling.class)
class TwoInstancesJourneyTest {

    private static final int COMPANIES = 200;
    private static final int FIRST_COMPANY = 20_000;
    private static final LocalDate FIRST_DAY = LocalDate.of(2021, 6, 1);

    private final Landscape samling;
    private final Landscape.Service another;

    TwoInstancesJourneyTest(Landscape samling) {
        this.samling = samling;
        another = samling.another("member-service");
    }

    @BeforeEach
    void start_another_instance() {
        another.program().start();
        another.program().awaitReady();
    }

    @AfterEach
    void stop_it() {
        another.program().close();
    }

    @Test
    void each_company_joins_once() {
        List<Callable<Answer>> tasks = new ArrayList<>();
        for (int i = 0; i < COMPANIES; i++) {
            var number = Organisations.number(FIRST_COMPANY + i);
            tasks.add(() -> join(samling.member(), "first", number));
            tasks.add(() -> join(another, "second", number));
        }

        var answers = InParallel.run(16, tasks);

        for (int i = 0; i < COMPANIES; i++) {
            var both = List.of(answers.get(2 * i), answers.get(2 * i + 1));
            assertThat(both).filteredOn(Answer::isAcknowledged).hasSize(1);
            assertThat(both).filteredOn(answer -> answer.status() == 409).hasSize(1);
        }
        var numbers = MemberRecount.numbersThatJoined(samling.log("member").events());
        assertThat(numbers).doesNotHaveDuplicates();
        for (int i = 0; i < COMPANIES; i++) {
            assertThat(numbers).contains(Organisations.number(FIRST_COMPANY + i));
        }
    }

    private Answer join(Landscape.Service instance, String who, String number) {
        var id = Organisations.id(who + number);
        return new Writer(instance, samling.funding()).join(id, number, FIRST_DAY);
    }
}
