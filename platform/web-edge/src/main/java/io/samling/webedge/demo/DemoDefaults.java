package io.samling.webedge.demo;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * A story's clock is years from the database server's, so in demo mode the two are not compared.
 */
class DemoDefaults implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(
            ConfigurableEnvironment environment, SpringApplication application) {
        if (environment.getProperty("samling.demo", Boolean.class, false)) {
            environment
                    .getPropertySources()
                    .addLast(
                            new MapPropertySource(
                                    "demo", Map.of("samling.event-store.clock-check", "false")));
        }
    }
}
