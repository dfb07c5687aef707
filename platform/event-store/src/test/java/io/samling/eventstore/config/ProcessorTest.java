package io.samling.eventstore.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.samling.eventstore.EventVocabulary;
import io.samling.eventstore.ProcessingGroupPlan;
import io.samling.eventstore.log.EventLog;
import io.samling.eventstore.log.LogOptions;
import io.samling.eventstore.log.NewEvent;
import io.samling.testing.Rounds;
import io.samling.testing.TestServers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;

/** What one of Axon's processors hears of a log, and when. */
class ProcessorTest {

    private static final int APPENDS = 10;

    @TempDir Path data;
    final String database = TestServers.database();
    final HeardAndKept record = new HeardAndKept();
    final MongoClient client = MongoClients.create(TestServers.mongodb());
    final EventLog there =
            EventLog.open(
                    "club", client.getDatabase(database), Clock.systemUTC(), LogOptions.USUAL);

    @SuppressWarnings("NullAway.Init") // started before each test
    ConfigurableApplicationContext service;

    @BeforeEach
    void start() {
        service =
                new SpringApplicationBuilder(Service.class)
                        .web(WebApplicationType.NONE)
                        .initializers(
                                context ->
                                        ((GenericApplicationContext) context)
                                                .registerBean(HeardAndKept.class, () -> record))
                        .run(
                                "--samling.mongodb.uri=" + TestServers.mongodb(),
                                "--samling.data=" + data,
                                "--test.database=" + database);
    }

    @AfterEach
    void stop() {
        service.close();
        there.close();
        client.close();
    }

    EventLog here() {
        return service.getBean(EventLog.class);
    }

    static void append(EventLog log) {
        var club = "club-" + UUID.randomUUID();
        var payload = "{\"club\":\"%s\",\"visitor\":\"Ada\"}".formatted(club);
        var event =
                new NewEvent(
                        UUID.randomUUID().toString(),
                        club,
                        0,
                        "Club",
                        "club.visited",
                        null,
                        Instant.EPOCH,
                        null,
                        payload,
                        "{}");
        log.append(List.of(event), List.of(), null);
    }

    void awaitAllHeard() {
        var last = there.reader().head().last();
        await().until(() -> record.lastHeard() == last);
    }

    @Test
    void it_hears_each_position_once_until_its_token_is_past_it_whatever_happens() {
        record.failOnceAt(57);
        var over = new AtomicBoolean();
        try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            var _ =
                    writers.submit(
                            () -> {
                                while (!over.get()) {
                                    append(there);
                                }
                            });
            try {
                for (var restart = 0; restart < 2; restart++) {
                    var before = record.lastHeard();
                    await().until(() -> record.lastHeard() > before + 100);
                    service.close();
                    start();
                }
            } finally {
                over.set(true);
            }
        }
        append(here());

        awaitAllHeard();
        assertThat(record.failures()).isEqualTo(1);
        record.assertEachOnceUntilKept();
    }

    @Test
    void it_is_woken_by_an_append_of_its_own_instance() throws Exception {
        append(here());
        awaitAllHeard();
        here().tail().close(); // nobody looks at the log by himself any more

        assertThat(heardWithinAQuarterOfASecond(here())).isTrue();
    }

    @Test
    void it_hears_of_an_append_of_another_instance_within_a_quarter_of_a_second() throws Exception {
        append(there);
        awaitAllHeard();

        assertThat(heardWithinAQuarterOfASecond(there)).isTrue();
    }

    /** On the average of several one after the other; Axon's own look comes every five seconds. */
    private boolean heardWithinAQuarterOfASecond(EventLog log) throws Exception {
        return Rounds.until(
                () -> {
                    var start = System.nanoTime();
                    for (var number = 0; number < APPENDS; number++) {
                        append(log);
                        awaitAllHeardAtOnce();
                    }
                    var took = Duration.ofNanos(System.nanoTime() - start);
                    return took.dividedBy(APPENDS).toMillis() < 250;
                });
    }

    private void awaitAllHeardAtOnce() {
        var last = there.reader().head().last();
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .until(() -> record.lastHeard() == last);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Service {

        @Bean
        EventVocabulary vocabulary() {
            return EventVocabulary.of("club", Club.ClubEvent.class);
        }

        @Bean
        MongoDatabase database(MongoClient client, @Value("${test.database}") String name) {
            return client.getDatabase(name);
        }

        @Bean
        HeardAndKept.Handler handler(HeardAndKept record) {
            return new HeardAndKept.Handler(record);
        }

        @Bean
        ProcessingGroupPlan plan() {
            return ProcessingGroupPlan.view("record");
        }

        /** Sees when a token is kept. */
        @Bean
        static BeanPostProcessor watchedTokens(HeardAndKept record) {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof TokenStore tokens ? record.watching(tokens) : bean;
                }
            };
        }
    }
}
