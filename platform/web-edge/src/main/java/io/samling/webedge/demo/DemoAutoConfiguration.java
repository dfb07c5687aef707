package io.samling.webedge.demo;

import io.samling.webedge.KnownProblem;
import io.samling.webedge.KnownProblems;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Gives a service a story's clock. Only with {@code samling.demo=true}; the data folder is then the
 * demo's own.
 */
@AutoConfiguration(
        beforeName = {
            "io.samling.eventstore.config.EventStoreAutoConfiguration",
            "io.samling.eventrelay.RelayAutoConfiguration"
        })
@ConditionalOnBooleanProperty("samling.demo")
class DemoAutoConfiguration {

    private static final int AFTER_THE_DOORKEEPER = Ordered.HIGHEST_PRECEDENCE + 3;

    @Bean
    @Primary
    StoryClock storyClock(
            @Value("${samling.data:.samling}") Path data,
            @Value("${spring.application.name:service}") String service,
            @Value("${samling.demo-start:2015-01-01T00:00:00Z}") Instant start) {
        return StoryClock.open(
                data.resolve("demo").resolve(service + ".clock"), start, Clock.systemUTC());
    }

    @Bean
    DemoController demoController(StoryClock clock) {
        return new DemoController(clock);
    }

    @Bean
    FilterRegistrationBean<DemoGate> demoGate(
            StoryClock clock,
            @Value("${samling.data:.samling}") Path data,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        var token = DemoToken.of(data.resolve("demo").resolve("token"));
        var registration = new FilterRegistrationBean<>(new DemoGate(clock, token, problems));
        registration.setOrder(AFTER_THE_DOORKEEPER);
        return registration;
    }

    @Bean
    KnownProblems demoProblems() {
        return () ->
                List.of(
                        new KnownProblem(
                                "demo-is-loading",
                                503,
                                "The story is still being told: ask again after Retry-After."));
    }
}
