package io.samling.eventrelay;

import static io.samling.eventrelay.RelayedServiceTest.awaitState;
import static io.samling.eventrelay.RelayedServiceTest.statusOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.samling.eventrelay.RelayStatus.State;
import io.samling.testing.Proof;
import io.samling.testing.TestServers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A service goes on remembering while its broker is away; in the long form, under {@code ./samling
 * faults relay}, killed and away for minutes.
 */
class RelayOutageTest {

    static final Duration AWAY = Proof.lasting(Duration.ofSeconds(2));
    static final Duration LOOK_EVERY = Duration.ofSeconds(Proof.isLong() ? 10 : 1);
    static final Duration PATIENCE = Duration.ofSeconds(Proof.isLong() ? 15 : 1);
    static final Duration RETRY_MOST = Duration.ofMillis(Proof.isLong() ? 5000 : 500);
    static final int PER_SECOND = Proof.isLong() ? 500 : 2000;

    /** As many as fill what the log's tail keeps on purpose, just before it lets go of half. */
    static final int BEFORE = 8_100;

    /** Events that wait for the broker at the least. */
    static final int WAITING = 8_000;

    /**
     * For what warms up; the events of the long form would take many times that, were they kept.
     */
    static final long ROOM = 8 << 20;

    @TempDir Path folder;
    KillableServers servers;
    ConfigurableApplicationContext service;
    SteadyWriter writer;

    @BeforeEach
    void start() {
        servers = new KillableServers(folder);
        service = startService();
        writer = new SteadyWriter(service.getBean(EventStore.class));
    }

    @AfterEach
    void stop() {
        writer.close();
        service.close();
        servers.close();
    }

    @Test
    void the_broker_is_waited_for_in_little_room_and_all_is_told_once_and_in_order()
            throws InterruptedException {
        writer.writeAtOnce(BEFORE);
        awaitTold(BEFORE - 1);
        var heap = new HeapSamples();

        takeBrokerAway();
        writer.begin(PER_SECOND);
        awaitState(service, State.WAITING);
        watch(heap);
        assertThat(heap.growth()).isLessThan(ROOM);

        servers.startBroker();
        say("the broker is back");
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(
                        () -> assertThat(statusOf(service).state()).isEqualTo(State.RELAYING));
        writer.end();
        awaitTold(writer.written() - 1);
        assertToldOnceAndInOrder(heap);
    }

    /** Killed, it is waited for longer by itself than a build has time for. */
    private void takeBrokerAway() {
        if (Proof.isLong()) {
            servers.killBroker();
        } else {
            servers.stopBroker();
        }
        say("the broker is away for " + AWAY.toSeconds() + " s");
    }

    private void watch(HeapSamples heap) {
        var back = System.nanoTime() + AWAY.toNanos();
        await().pollInterval(LOOK_EVERY)
                .atMost(AWAY.plusMinutes(2))
                .until(
                        () -> {
                            var used = heap.sample();
                            var now = statusOf(service);
                            say(
                                    String.format(
                                            Locale.ROOT,
                                            "%s, %,d events remembered, %,d told, heap %.1f MiB",
                                            now.state(),
                                            writer.written(),
                                            now.position() + 1,
                                            mib(used)));
                            return System.nanoTime() >= back
                                    && writer.written() >= BEFORE + WAITING;
                        });
    }

    private void assertToldOnceAndInOrder(HeapSamples heap) {
        var heard = new HeardFacts();
        new Told(servers.bootstrap()).eachFact(heard::hear);
        var written = writer.written();
        say(
                String.format(
                        Locale.ROOT,
                        "%,d events, %,d facts: %,d twice, %,d out of order, %,d missing; the heap grew by %.1f MiB at the most",
                        written,
                        heard.facts(),
                        heard.twice(),
                        heard.outOfOrder(),
                        heard.missingOf(written),
                        mib(heap.growth())));
        assertThat(heard.facts()).isEqualTo(written);
        assertThat(heard.twice()).isZero();
        assertThat(heard.outOfOrder()).isZero();
        assertThat(heard.missingOf(written)).isZero();
    }

    private void awaitTold(long position) {
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(statusOf(service).position()).isEqualTo(position));
    }

    private static double mib(long bytes) {
        return bytes / 1048576.0;
    }

    private static void say(String line) {
        System.out.println("proof: relay, " + line);
    }

    private ConfigurableApplicationContext startService() {
        return new SpringApplicationBuilder(RelayedServiceTest.Service.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "samling.mongodb.uri=" + servers.mongodb(),
                        "samling.kafka.bootstrap=" + servers.bootstrap(),
                        "samling.data=" + folder.resolve("service"),
                        "samling.relay.patience=" + PATIENCE,
                        "samling.relay.retry-most=" + RETRY_MOST,
                        "test.database=" + TestServers.database())
                .run();
    }
}
