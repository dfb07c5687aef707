package io.samling.eventstore.config;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.samling.eventstore.EventVocabulary;
import io.samling.eventstore.ProcessingGroupPlan;
import io.samling.testing.TestServers;
import java.nio.file.Path;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.ConfigurerModule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A service that could fail after its events were stored, or fail unseen, does not start. */
class StartUpCheckTest {

    @TempDir Path data;

    void start(Class<?> service) {
        new SpringApplicationBuilder(Service.class, service)
                .web(WebApplicationType.NONE)
                .run("--samling.mongodb.uri=" + TestServers.mongodb(), "--samling.data=" + data)
                .close();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Service {

        @Bean
        EventVocabulary vocabulary() {
            return EventVocabulary.of("club", Club.ClubEvent.class);
        }

        @Bean
        MongoDatabase database(MongoClient client) {
            return client.getDatabase(TestServers.database());
        }

        @Bean
        ClubVisits visits() {
            return new ClubVisits();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Without_a_plan {}

    @Test
    void a_group_that_nobody_planned_is_refused_for_it_would_skip_what_fails() {
        assertThatThrownBy(() -> start(Without_a_plan.class))
                .rootCause()
                .hasMessageContaining("The processing group visits has no plan");
    }

    @Configuration(proxyBeanMethods = false)
    static class Subscribing {

        @Bean
        ConfigurerModule subscribing() {
            return configurer ->
                    configurer.eventProcessing().registerSubscribingEventProcessor("visits");
        }
    }

    @Test
    void a_group_that_hears_of_events_before_they_are_safe_is_refused() {
        assertThatThrownBy(() -> start(Subscribing.class))
                .rootCause()
                .hasMessageContaining("visits is not a pooled streaming processor");
    }

    @Configuration(proxyBeanMethods = false)
    static class Transactional {

        @Bean
        ProcessingGroupPlan plan() {
            return ProcessingGroupPlan.view("visits");
        }

        @Bean
        TransactionManager transactions() {
            return () ->
                    new Transaction() {
                        @Override
                        public void commit() {}

                        @Override
                        public void rollback() {}
                    };
        }
    }

    @Test
    void transactions_are_refused_for_they_end_after_events_were_stored() {
        assertThatThrownBy(() -> start(Transactional.class))
                .rootCause()
                .hasMessageContaining("There is a transaction manager");
    }
}
