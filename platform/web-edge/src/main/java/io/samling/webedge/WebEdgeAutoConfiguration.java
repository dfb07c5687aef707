package io.samling.webedge;

import io.samling.kernel.Commands;
import java.nio.file.Path;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.HandlerExceptionResolver;
import tools.jackson.databind.json.JsonMapper;

/** Gives a service its HTTP edge. */
@AutoConfiguration(
        beforeName =
                "org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration")
@EnableConfigurationProperties(WebEdgeProperties.class)
@Import({ProblemAdvice.class, ErrorPage.class, StrictIds.class})
class WebEdgeAutoConfiguration {

    private static final int FIRST = Ordered.HIGHEST_PRECEDENCE;

    @Bean
    Writes writes(ObjectProvider<Commands> commands, @Value("${samling.data:.samling}") Path data) {
        return new Writes(
                (command, origin) -> commands.getObject().send(command, origin), Operator.of(data));
    }

    @Bean
    StrictJson strictJson(JsonMapper common) {
        return new StrictJson(common);
    }

    @Bean
    ServerProblems serverProblems() {
        return new ServerProblems();
    }

    @Bean
    ApiDescription apiDescription(@Value("${spring.application.name:samling}") String service) {
        return new ApiDescription(service);
    }

    @Bean
    ParameterTypes parameterTypes() {
        return new ParameterTypes();
    }

    @Bean
    ProblemController problemController(List<KnownProblems> features) {
        return new ProblemController(features);
    }

    @Bean
    KnownProblems edgeProblems() {
        return () -> EdgeProblems.ALL;
    }

    @Bean
    FilterRegistrationBean<RequestIds> requestIds() {
        return first(new RequestIds(), FIRST);
    }

    @Bean
    FilterRegistrationBean<Doorkeeper> doorkeeper(
            WebEdgeProperties settings,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        return first(new Doorkeeper(settings, problems), FIRST + 1);
    }

    @Bean
    FilterRegistrationBean<WholeBody> wholeBody(
            WebEdgeProperties settings,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        return first(new WholeBody(settings, problems), FIRST + 2);
    }

    private static <T extends jakarta.servlet.Filter> FilterRegistrationBean<T> first(
            T filter, int order) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(order);
        return registration;
    }
}
