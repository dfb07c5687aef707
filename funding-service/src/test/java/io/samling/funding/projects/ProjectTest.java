package io.samling.funding.projects;

import io.samling.funding.projects.ProjectCommand.RegisterProject;
import io.samling.funding.projects.ProjectEvent.ProjectRegistered;
import io.samling.kernel.PartialDate;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProjectTest {

    static final ProjectId FKG_09 =
            new ProjectId(UUID.fromString("00000000-0000-4000-8000-000000000f09"));
    static final Period WHEN_FKG_09_RAN = period("2009-06-01", "2011-09-15");

    final AggregateTestFixture<Project> project = new AggregateTestFixture<>(Project.class);

    @Test
    void is_registered_with_what_is_known_of_it() {
        project.givenNoPriorActivity()
                .when(register("FKG 09", WHEN_FKG_09_RAN))
                .expectEvents(registered());
    }

    @Test
    void may_begin_and_end_at_unknown_times() {
        project.givenNoPriorActivity()
                .when(register("Jobb till 1000", new Period(null, null)))
                .expectEvents(
                        new ProjectRegistered(
                                FKG_09.value().toString(),
                                "Jobb till 1000",
                                "Region Blekinge",
                                null,
                                null,
                                null,
                                "esf.se FKG-09",
                                false));
    }

    @ParameterizedTest
    @CsvSource({"2011-09-15, 2009-06-01", "2011-09, 2011-08-31", "2012, 2011"})
    void does_not_end_before_it_begins(String from, String until) {
        project.givenNoPriorActivity()
                .when(register("FKG 09", period(from, until)))
                .expectNoEvents()
                .expectException(ProjectRefused.class)
                .expectExceptionMessage(
                        "The project cannot end %s when it begins %s.".formatted(until, from));
    }

    @ParameterizedTest
    @CsvSource({"2011-09-15, 2011-09-15", "2011-09-15, 2011-09", "2011-09-15, 2011", "2011, 2011"})
    void may_end_within_the_period_in_which_it_begins(String from, String until) {
        project.givenNoPriorActivity()
                .when(register("FKG 09", period(from, until)))
                .expectSuccessfulHandlerExecution();
    }

    @Nested
    class Once_registered {

        @Test
        void the_same_registration_changes_nothing() {
            project.given(registered())
                    .when(register("FKG 09", WHEN_FKG_09_RAN))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void another_one_is_refused() {
            project.given(registered())
                    .when(register("FKG 10", WHEN_FKG_09_RAN))
                    .expectNoEvents()
                    .expectException(ProjectRefused.class);
        }
    }

    static RegisterProject register(String name, Period period) {
        return new RegisterProject(
                FKG_09, name, "Region Blekinge", period, null, "esf.se FKG-09", false);
    }

    static ProjectRegistered registered() {
        return new ProjectRegistered(
                FKG_09.value().toString(),
                "FKG 09",
                "Region Blekinge",
                "2009-06-01",
                "2011-09-15",
                null,
                "esf.se FKG-09",
                false);
    }

    static Period period(String from, String until) {
        return new Period(PartialDate.of(from), PartialDate.of(until));
    }
}
