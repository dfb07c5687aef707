package io.samling.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The broker is lost with all that was on it, and an empty one takes its place. */
@ExtendWith(WithSamling.class)
class EmptyBrokerJourneyTest {

    private final Landscape samling;
    private final Landscape withEmptyBroker;

    EmptyBrokerJourneyTest(Landscape samling) {
        this.samling = samling;
        withEmptyBroker = samling.withAnotherBroker();
    }

    @BeforeEach
    void lose_the_broker() {
        samling.stopServices();
        withEmptyBroker.startAll();
    }

    @AfterEach
    void go_back() {
        withEmptyBroker.stopServices();
        withEmptyBroker.stack().close();
        samling.startServices();
    }

    @Test
    void everything_is_published_again_and_the_figures_come_back() {
        new Comparison(withEmptyBroker).onDays("2016-01-01", "2021-07-01", "2024-12-31");

        assertThat(withEmptyBroker.member().program().log()).contains("published again");
    }
}
