package io.samling.webedge;

import static io.samling.webedge.Http.ORDER;
import static io.samling.webedge.Http.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

@SuppressWarnings("NullAway.Init") // JUnit fills the fields
class DemoModeTest {

    static final String CLOCK = "/api/demo/clock";
    static final String KICK_OFF = "{\"now\":\"2015-03-27T09:00:00Z\"}";
    static final String AN_ORDER = "{\"buyer\":\"Acme\",\"day\":\"2025-01-01\"}";

    @TempDir Path data;

    ConfigurableApplicationContext service;

    @BeforeEach
    void start() {
        service =
                new SpringApplication(TestService.class)
                        .run("--samling.demo=true", "--server.port=0", "--samling.data=" + data);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void the_teller_moves_the_clock_that_everything_is_recorded_by() throws IOException {
        var moved = http().put(CLOCK, KICK_OFF, "Samling-Demo-Token", token());

        assertThat(moved.statusCode()).as(moved.body()).isEqualTo(200);
        assertThat(json(moved)).isEqualTo(json(KICK_OFF));
        assertThat(service.getBean(Clock.class).instant()).isEqualTo("2015-03-27T09:00:00Z");
    }

    @Test
    void nobody_else_writes_while_the_story_is_told() throws IOException {
        var refused = http().put(ORDER, AN_ORDER);

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(json(refused).get("type").asString()).isEqualTo("/problems/demo-is-loading");
        assertThat(http().put(CLOCK, KICK_OFF, "Samling-Demo-Token", "guess").statusCode())
                .isEqualTo(503);
        assertThat(http().get("/orders").statusCode()).isEqualTo(200);
        assertThat(http().put(ORDER, AN_ORDER, "Samling-Demo-Token", token()).statusCode())
                .isEqualTo(201);
    }

    @Test
    void the_clock_is_real_and_its_address_gone_when_the_story_has_been_told() throws IOException {
        var before = Clock.systemUTC().instant();
        http().send("DELETE", CLOCK, "", "Samling-Demo-Token", token());

        assertThat(http().put(CLOCK, KICK_OFF, "Samling-Demo-Token", token()).statusCode())
                .isEqualTo(404);
        assertThat(http().put(ORDER, AN_ORDER).statusCode()).isEqualTo(201);
        assertThat(now()).isAfterOrEqualTo(before);

        stop();
        start();

        assertThat(http().put(CLOCK, KICK_OFF, "Samling-Demo-Token", token()).statusCode())
                .isEqualTo(404);
        assertThat(now()).isAfterOrEqualTo(before);
    }

    @Test
    void a_restart_in_the_middle_goes_on_where_the_story_was() throws IOException {
        http().put(CLOCK, KICK_OFF, "Samling-Demo-Token", token());

        stop();
        start();

        assertThat(now()).isEqualTo("2015-03-27T09:00:00Z");
    }

    @Test
    void the_clocks_of_service_and_database_are_not_compared() {
        assertThat(service.getEnvironment().getProperty("samling.event-store.clock-check"))
                .isEqualTo("false");
    }

    @Test
    void without_demo_mode_there_is_no_such_address() {
        stop();
        service =
                new SpringApplication(TestService.class)
                        .run("--server.port=0", "--samling.data=" + data);

        assertThat(http().put(CLOCK, KICK_OFF).statusCode()).isEqualTo(404);
        assertThat(service.getEnvironment().getProperty("samling.event-store.clock-check"))
                .isNull();
    }

    Instant now() {
        return service.getBean(Clock.class).instant();
    }

    String token() throws IOException {
        return Files.readString(data.resolve("demo").resolve("token")).strip();
    }

    Http http() {
        return new Http(
                service.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    }
}
