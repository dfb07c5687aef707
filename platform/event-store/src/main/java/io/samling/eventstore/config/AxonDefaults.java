package io.samling.eventstore.config;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Sets how Axon is used here: JSON by Jackson 3, no time-outs that interrupt a waiting thread, no
 * reports home and no advertisement.
 */
public final class AxonDefaults implements EnvironmentPostProcessor {

    private static final String UPDATE_CHECKER = "axoniq.update-checker.disabled";
    private static final String ADVERTISEMENT = "disable-axoniq-console-message";

    /** It warns, with a trace, of every command for something that does not exist. */
    private static final String QUIET =
            "logging.level.org.axonframework.modelling.command.AbstractRepository";

    @Override
    public void postProcessEnvironment(
            ConfigurableEnvironment environment, SpringApplication application) {
        environment
                .getPropertySources()
                .addLast(
                        new MapPropertySource(
                                "samling-axon-defaults",
                                Map.of(
                                        "axon.serializer.general",
                                        "jackson3",
                                        "axon.serializer.messages",
                                        "jackson3",
                                        "axon.serializer.events",
                                        "jackson3",
                                        "axon.timeout.enabled",
                                        "false",
                                        "axon.axonserver.enabled",
                                        "false",
                                        "axon.update-check.disabled",
                                        "true",
                                        QUIET,
                                        "error")));
        setUnlessSet(UPDATE_CHECKER);
        setUnlessSet(ADVERTISEMENT);
    }

    /** Axon reads these two from the system's properties only. */
    private static void setUnlessSet(String property) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, "true");
        }
    }
}
