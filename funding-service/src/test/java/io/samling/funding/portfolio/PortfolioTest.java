package io.samling.funding.portfolio;

import static io.samling.funding.Remembered.GRANT;
import static io.samling.funding.Remembered.GRANT_CHANGED;
import static io.samling.funding.Remembered.GRANT_DECIDED;
import static io.samling.funding.Remembered.GRANT_WITHDRAWN;
import static io.samling.funding.Remembered.PROJECT;
import static io.samling.funding.Remembered.PROJECT_REGISTERED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.samling.eventstore.LogIdentity;
import io.samling.eventstore.view.Changes;
import io.samling.eventstore.view.EventNotShown;
import io.samling.eventstore.view.View;
import io.samling.funding.projects.ProjectEvent.ProjectRegistered;
import io.samling.testing.TestServers;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PortfolioTest {

    final MongoClient mongo = MongoClients.create(TestServers.mongodb());
    final View view =
            PortfolioRows.in(
                    mongo.getDatabase(TestServers.database()),
                    new LogIdentity("funding", "0b55e8d4"));
    final Portfolio portfolio = new Portfolio(view);

    @BeforeEach
    void nothing_is_reached() {
        assertThat(portfolio.reached()).hasToString("funding:0b55e8d4:-1");
    }

    @AfterEach
    void close() {
        mongo.close();
    }

    @Test
    void shows_a_project_with_its_grants() {
        tellAll();

        assertThat(portfolio.project(PROJECT))
                .isEqualTo(
                        new ProjectRow(
                                PROJECT,
                                "Techtank Bas",
                                "Olofströms Näringsliv AB",
                                "2015-09-01",
                                "2018-12-31",
                                "ERUF 2014-2020",
                                "techtank.se techtank-bas",
                                false,
                                0));
        assertThat(portfolio.grantsOf(PROJECT)).containsExactly(portfolio.grant(GRANT));
        assertThat(portfolio.reached().position()).isEqualTo(13);
    }

    @Test
    void shows_what_a_grant_was_and_is() {
        tellAll();

        var change = new GrantRow.Change("2016", GRANT_DECIDED.decision());
        assertThat(portfolio.grant(GRANT))
                .isEqualTo(
                        new GrantRow(
                                GRANT,
                                PROJECT,
                                GRANT_CHANGED.after(),
                                List.of(change),
                                "2017-01-31",
                                "techtank.se techtank-bas",
                                2));
    }

    @Test
    void is_not_changed_by_events_delivered_again() {
        tellAll();
        var grant = portfolio.grant(GRANT);
        var project = portfolio.project(PROJECT);

        tell(12, batch -> portfolio.on(GRANT_CHANGED, 1, batch));
        assertThat(portfolio.grant(GRANT)).isEqualTo(grant);
        tellAll();
        assertThat(portfolio.grant(GRANT)).isEqualTo(grant);
        assertThat(portfolio.project(PROJECT)).isEqualTo(project);
        assertThat(portfolio.grantsOf(PROJECT)).hasSize(1);
        assertThat(portfolio.reached().position()).isEqualTo(13);
    }

    @Test
    void is_the_same_when_it_is_built_anew() {
        tellAll();
        var grant = portfolio.grant(GRANT);

        view.beginAnew();
        assertThat(portfolio.grant(GRANT)).isNull();
        assertThat(portfolio.reached().position()).isEqualTo(-1);
        tellAll();

        assertThat(portfolio.grant(GRANT)).isEqualTo(grant);
    }

    @Test
    void does_not_pass_over_a_change_of_what_it_has_never_seen() {
        assertThatExceptionOfType(EventNotShown.class)
                .isThrownBy(() -> tell(12, batch -> portfolio.on(GRANT_CHANGED, 1, batch)));
        assertThat(portfolio.reached().position()).isEqualTo(-1);
    }

    @Test
    void lists_projects_by_name_part_by_part() {
        for (int number = 0; number < 5; number++) {
            var project = named("Project " + (char) ('e' - number), number);
            tell(number, batch -> portfolio.on(project, 0, batch));
        }

        var first = portfolio.projects(null, 2);
        var second = portfolio.projects(Portfolio.orderOf(first.getLast()), 2);
        var last = portfolio.projects(Portfolio.orderOf(second.getLast()), 2);

        assertThat(List.of(first, second, last))
                .flatMap(page -> page)
                .extracting(ProjectRow::name)
                .containsExactly("Project a", "Project b", "Project c", "Project d", "Project e");
    }

    void tellAll() {
        tell(10, batch -> portfolio.on(PROJECT_REGISTERED, 0, batch));
        tell(11, batch -> portfolio.on(GRANT_DECIDED, 0, batch));
        tell(12, batch -> portfolio.on(GRANT_CHANGED, 1, batch));
        tell(13, batch -> portfolio.on(GRANT_WITHDRAWN, 2, batch));
    }

    void tell(long position, Consumer<Changes> event) {
        var batch = new Changes();
        batch.at(position);
        event.accept(batch);
        view.write(batch);
    }

    static ProjectRegistered named(String name, int number) {
        var id = "5a3f0c1e-0f09-4d6a-9a51-1c7c1b0ef%03d".formatted(number);
        return new ProjectRegistered(id, name, "Region Blekinge", null, null, null, null, false);
    }
}
