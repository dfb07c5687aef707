package io.samling.eventstore.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.samling.eventstore.EventVocabulary;
import io.samling.eventstore.LogIdentity;
import io.samling.eventstore.ProcessingGroupPlan;
import io.samling.eventstore.Views;
import io.samling.eventstore.Views.Standing;
import io.samling.eventstore.config.Club.ClubEvent.Founded;
import io.samling.eventstore.config.Club.ClubEvent.Visited;
import io.samling.eventstore.log.EventLog;
import io.samling.eventstore.log.NewEvent;
import io.samling.eventstore.view.Changes;
import io.samling.eventstore.view.RowSort;
import io.samling.eventstore.view.View;
import io.samling.kernel.Commands;
import io.samling.kernel.Commands.Origin;
import io.samling.kernel.StoredAs;
import io.samling.testing.TestServers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Scope;

/** A view that is written a batch at a time, in which there is something that cannot be shown. */
class ViewBatchTest {

    static final RowSort<Visits> VISITS =
            new RowSort<>("visits", Visits.class, (_, _) -> new Document(), List.of());

    record Visits(long count) {}

    sealed interface LaterEvent {
        @StoredAs("club.closed")
        record Closed(String club) implements LaterEvent {}
    }

    @TempDir Path data;
    final String database = TestServers.database();

    @SuppressWarnings("NullAway.Init") // started before each test
    ConfigurableApplicationContext service;

    @BeforeEach
    void remember_what_old_code_does_not_know_between_visits() {
        service = start(OldCode.class);
        send(new Club.Found("club-a", "1"));
        for (var visit = 0; visit < 3; visit++) {
            send(new Club.Visit("club-a", "Ada"));
        }
        store("club.closed", 4);
        store("club.visited", 5);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void what_precedes_it_is_shown_and_not_doubled_and_the_rest_by_code_that_knows_it() {
        service.close();
        service = start(OldCode.class, Showing.class);

        await().untilAsserted(() -> assertThat(standing().standsStillAt()).isEqualTo(4));
        assertThat(standing().reason()).contains("club.closed");
        await().during(Duration.ofSeconds(1)).until(() -> visits() == 3); // while it tries again
        assertThat(service.getBean(View.class).reached().position()).isEqualTo(3);

        service.close();
        service = start(NewCode.class, Showing.class);

        await().until(() -> visits() == 4);
        await().untilAsserted(() -> assertThat(standing().reason()).isNull());
    }

    @Test
    void a_view_that_was_removed_is_made_again_though_its_token_is_at_the_end() {
        service.close();
        service = start(NewCode.class, Showing.class);
        await().until(() -> visits() == 4);
        await().until(() -> standing().lag() == 0);
        service.getBean(MongoDatabase.class).getCollection("generations").drop();
        service.close();

        service = start(NewCode.class, Showing.class);

        await().until(() -> visits() == 4);
        assertThat(service.getBean(View.class).reached().position()).isEqualTo(5);
    }

    private long visits() {
        var row = service.getBean(View.class).ask(rows -> rows.find(VISITS, "club-a"));
        return row == null ? 0 : row.count();
    }

    private Standing standing() {
        return service.getBean(Views.class).standings().getFirst();
    }

    private void send(Object command) {
        service.getBean(Commands.class).send(command, new Origin("actor", "request", null, null));
    }

    private void store(String name, long sequence) {
        var payload = "{\"club\":\"club-a\"%s}".formatted(visitorIn(name));
        var id = UUID.randomUUID().toString();
        var now = Instant.now();
        var event =
                new NewEvent(id, "club-a", sequence, "Club", name, null, now, null, payload, "{}");
        service.getBean(EventLog.class).append(List.of(event), List.of(), null);
    }

    private static String visitorIn(String name) {
        return name.equals("club.visited") ? ",\"visitor\":\"Bo\"" : "";
    }

    private ConfigurableApplicationContext start(Class<?>... code) {
        return new SpringApplicationBuilder(Service.class)
                .sources(code)
                .web(WebApplicationType.NONE)
                .run(
                        "--samling.mongodb.uri=" + TestServers.mongodb(),
                        "--samling.data=" + data,
                        "--test.database=" + database);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Service {

        @Bean
        MongoDatabase database(MongoClient client, @Value("${test.database}") String name) {
            return client.getDatabase(name);
        }

        @Bean
        @Scope("prototype")
        Club club() {
            return new Club();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class OldCode {
        @Bean
        EventVocabulary vocabulary() {
            return EventVocabulary.of("club", Club.ClubEvent.class);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class NewCode {
        @Bean
        EventVocabulary vocabulary() {
            return EventVocabulary.of("club", Club.ClubEvent.class, LaterEvent.class);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Showing {

        @Bean
        CountedVisits countedVisits() {
            return new CountedVisits();
        }

        @Bean
        ProcessingGroupPlan countedPlan() {
            return ProcessingGroupPlan.view("counted");
        }

        @Bean
        View countedView(MongoDatabase database, LogIdentity log) {
            return View.of(database, log, "counted", VISITS);
        }
    }

    @ProcessingGroup("counted")
    static final class CountedVisits {

        @EventHandler
        void on(Founded event, Changes changes) {
            changes.put(VISITS, event.club(), new Visits(0));
        }

        @EventHandler
        void on(Visited event, Changes changes) {
            changes.change(VISITS, event.club(), row -> new Visits(row.count() + 1));
        }
    }
}
