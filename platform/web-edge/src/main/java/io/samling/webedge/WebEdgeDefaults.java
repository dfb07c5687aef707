package io.samling.webedge;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Settings that every service shares; anything said elsewhere goes before them. */
class WebEdgeDefaults implements EnvironmentPostProcessor {

    private static final String LINE =
            "%d{yyyy-MM-dd HH:mm:ss.SSS} %-5level [%thread] %logger{0}: %msg"
                    + "%replace( request=%X{request}){' request=$', ''}%n";

    private static final Map<String, Object> DEFAULTS =
            Map.ofEntries(
                    // nobody signs in yet, so nobody else may reach it
                    Map.entry("server.address", "127.0.0.1"),
                    Map.entry("server.shutdown", "graceful"),
                    Map.entry("springdoc.api-docs.path", "/openapi"),
                    Map.entry("springdoc.api-docs.version", "openapi_3_1"),
                    Map.entry("springdoc.paths-to-exclude", "/error"),
                    Map.entry("springdoc.default-flat-param-object", "true"),
                    Map.entry("springdoc.override-with-generic-response", "false"),
                    Map.entry("springdoc.default-produces-media-type", "application/json"),
                    Map.entry("spring.lifecycle.timeout-per-shutdown-phase", "20s"),
                    Map.entry("spring.threads.virtual.enabled", "true"),
                    Map.entry("spring.main.banner-mode", "off"),
                    Map.entry("spring.jmx.enabled", "false"),
                    Map.entry("spring.web.resources.add-mappings", "false"),
                    // sentences are English whatever the browser asks for
                    Map.entry("spring.web.locale", "en"),
                    Map.entry("spring.web.locale-resolver", "fixed"),
                    Map.entry("spring.mvc.log-resolved-exception", "false"),
                    Map.entry("spring.servlet.multipart.enabled", "false"),
                    Map.entry("spring.web.error.include-stacktrace", "never"),
                    Map.entry("spring.web.error.whitelabel.enabled", "false"),
                    Map.entry("management.endpoints.web.exposure.include", "health,metrics"),
                    Map.entry("management.endpoints.web.discovery.enabled", "false"),
                    Map.entry("management.endpoint.health.probes.enabled", "true"),
                    Map.entry("management.endpoint.health.show-details", "always"),
                    Map.entry("management.endpoint.health.show-components", "always"),
                    Map.entry("management.endpoint.health.group.readiness.include", "*"),
                    Map.entry("management.endpoint.health.group.readiness.show-details", "always"),
                    Map.entry("management.endpoint.health.group.liveness.show-details", "always"),
                    Map.entry("management.health.ssl.enabled", "false"));

    /** A line in the log is something that a person wants to know; libraries say when it is bad. */
    private static final Map<String, Object> LOGGED =
            Map.of(
                    "logging.level.root",
                    "warn",
                    "logging.level.io.samling",
                    "info",
                    // where it listens
                    "logging.level.org.springframework.boot.tomcat.TomcatWebServer",
                    "info",
                    // each attempt to reach a broker that is away; relay and feed say it once
                    "logging.level.org.apache.kafka.clients.NetworkClient",
                    "error",
                    // it warns of being switched on
                    "logging.level.org.springdoc",
                    "error",
                    "logging.level.org.springframework.core.events.SpringDocAppInitializer",
                    "error",
                    "logging.pattern.console",
                    LINE,
                    "logging.pattern.file",
                    LINE);

    @Override
    public void postProcessEnvironment(
            ConfigurableEnvironment environment, SpringApplication application) {
        environment.getPropertySources().addLast(new MapPropertySource("web edge", DEFAULTS));
        environment.getPropertySources().addLast(new MapPropertySource("what is logged", LOGGED));
    }
}
