package io.samling.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The broker is lost with all that was on it, and an empty one takes its place. */
@ExtendWith(WithSamling.class)
class EmptyBrokerJourneyTest {

    private static final String KNOWN = Organisations.id("known before the broker is lost");
    private static final LocalDate FIRST_DAY = LocalDate.of(2021, 1, 1);

    private final Landscape samling;
    private final Landscape withEmptyBroker;

    EmptyBrokerJourneyTest(Landscape samling) {
        this.samling = samling;
        withEmptyBroker = samling.withAnotherBroker();
    }

    @BeforeEach
    void lose_the_broker() {
        // whatever journeys came before, there is something to publish again
        var known = new Writer(samling).join(KNOWN, Organisations.number(90_001), FIRST_DAY);
        assertThat(known.isAcknowledged()).as(known.toString()).isTrue();
        samling.stopServices();
        withEmptyBroker.startServices();
    }

    @AfterEach
    void go_back() {
        withEmptyBroker.close();
        samling.startServices();
    }

    @Test
    void everything_is_published_again_and_the_figures_come_back() {
        new Comparison(withEmptyBroker).onDays("2016-01-01", "2021-07-01", "2024-12-31");

        assertThat(withEmptyBroker.member().program().log()).contains("published again");
    }
}
