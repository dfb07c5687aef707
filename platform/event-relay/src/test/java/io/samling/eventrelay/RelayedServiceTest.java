package io.samling.eventrelay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.samling.contracts.Topics;
import io.samling.eventrelay.RelayStatus.State;
import io.samling.eventrelay.Translation.Fact;
import io.samling.eventstore.EventVocabulary;
import io.samling.kernel.StoredAs;
import io.samling.testing.TestServers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/** The relay as a service has it: on the real log and token store, by auto-configuration. */
class RelayedServiceTest {

    final String bootstrap = OwnBroker.emptied();
    final Told told = new Told(bootstrap);
    final String database = TestServers.database();
    final List<ConfigurableApplicationContext> running = new ArrayList<>();

    @TempDir Path data;

    @AfterEach
    void stop() {
        running.forEach(ConfigurableApplicationContext::close);
    }

    @Test
    void tells_what_it_remembers_and_goes_on_after_a_restart() {
        var first = start("one", Service.class);
        record(first, 0, "Acme", "Beta");
        awaitTold(first, 1);
        record(first, 2, "Gamma");
        first.close();
        var again = start("one", Service.class);
        record(again, 3, "Delta");
        awaitTold(again, 3);

        assertThat(told.facts())
                .extracting(fact -> Told.header(fact, "ce_position"))
                .extracting(Long::parseLong)
                .containsExactly(0L, 1L, 2L, 3L);
    }

    @Test
    void is_relayed_by_one_instance_and_by_the_other_when_that_is_gone() {
        var one = start("one", Service.class);
        awaitTold(one, -1);
        var two = start("two", Service.class);
        awaitState(two, State.STANDBY);
        record(two, 0, "Acme");
        awaitTold(one, 0);
        one.close();
        record(two, 1, "Beta");
        awaitTold(two, 1);

        assertThat(told.facts()).hasSize(2);
    }

    @Test
    void stands_at_an_event_that_it_cannot_read() {
        var newer = start("one", Service.class);
        record(newer, 0, "Acme");
        publish(newer, 1, new Named.Renamed("m1", "Bolag"));
        awaitTold(newer, 1);
        newer.close();
        told.forgetEverything();
        var older = start("one", OlderService.class);
        awaitState(older, State.STANDING);

        await().untilAsserted(
                        () ->
                                assertThat(statusOf(older))
                                        .returns(0L, RelayStatus::position)
                                        .extracting(RelayStatus::reason)
                                        .asString()
                                        .contains("Position 1 ")
                                        .contains("named.renamed"));
    }

    private ConfigurableApplicationContext start(String instance, Class<?> service) {
        var context =
                new SpringApplicationBuilder(service)
                        .web(WebApplicationType.NONE)
                        .properties(
                                "samling.mongodb.uri=" + TestServers.mongodb(),
                                "samling.kafka.bootstrap=" + bootstrap,
                                "samling.data=" + data.resolve(instance),
                                "samling.relay.mark-every=200ms",
                                "test.database=" + database)
                        .run();
        running.add(context);
        return context;
    }

    private static void record(ConfigurableApplicationContext service, long next, String... names) {
        for (int i = 0; i < names.length; i++) {
            publish(service, next + i, new Named.Entered("m1", names[i]));
        }
    }

    private static void publish(
            ConfigurableApplicationContext service, long sequence, Object event) {
        service.getBean(EventStore.class)
                .publish(new GenericDomainEventMessage<>("Named", "named-m1", sequence, event));
    }

    static RelayStatus statusOf(ConfigurableApplicationContext service) {
        return service.getBean(Relay.class).status();
    }

    private static void awaitTold(ConfigurableApplicationContext service, long position) {
        await().untilAsserted(
                        () ->
                                assertThat(statusOf(service))
                                        .returns(State.RELAYING, RelayStatus::state)
                                        .returns(position, RelayStatus::position));
    }

    static void awaitState(ConfigurableApplicationContext service, State state) {
        await().untilAsserted(() -> assertThat(statusOf(service).state()).isEqualTo(state));
    }

    sealed interface Named {
        @StoredAs("named.entered")
        record Entered(String id, String name) implements Named {}

        @StoredAs("named.renamed")
        record Renamed(String id, String name) implements Named {}
    }

    sealed interface OlderNamed {
        @StoredAs("named.entered")
        record Entered(String id, String name) implements OlderNamed {}
    }

    @EnableAutoConfiguration
    static class Service {

        @Bean
        EventVocabulary vocabulary() {
            return EventVocabulary.of("member", Named.class);
        }

        @Bean
        Translation translation() {
            return event -> List.of(factOf(event));
        }

        @Bean
        MongoDatabase ownDatabase(MongoClient client, @Value("${test.database}") String database) {
            return client.getDatabase(database);
        }
    }

    @EnableAutoConfiguration
    static class OlderService extends Service {

        @Override
        @Bean
        EventVocabulary vocabulary() {
            return EventVocabulary.of("member", OlderNamed.class);
        }
    }

    private static Fact factOf(Object event) {
        return new Fact(
                Topics.MEMBER_FACTS, "io.samling.member.named.v1", "m1", Map.of("event", event));
    }
}
