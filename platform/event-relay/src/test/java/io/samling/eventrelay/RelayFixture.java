package io.samling.eventrelay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.samling.contracts.Topics;
import io.samling.contracts.member.v1.MemberFact;
import io.samling.contracts.member.v1.MemberFact.MembershipBegan;
import io.samling.eventrelay.RelayStatus.State;
import io.samling.eventrelay.Translation.Fact;
import io.samling.testing.SteppingClock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A relay of member-service over a log in memory, on a real broker. */
final class RelayFixture implements AutoCloseable {

    static final SteppingClock CLOCK = SteppingClock.at("2026-03-02T12:00:00Z");

    private static final Random RANDOM = new Random();

    final RememberedLog log;
    final SharedClaims claims;
    final Told told;
    private final String bootstrap;
    private final Duration patience;
    private final List<Relay> started = new ArrayList<>();

    RelayFixture(String bootstrap) {
        this(bootstrap, new RememberedLog("%08x".formatted(RANDOM.nextInt())));
    }

    RelayFixture(String bootstrap, RememberedLog log) {
        this(bootstrap, log, new SharedClaims(), Duration.ofSeconds(10));
    }

    private RelayFixture(
            String bootstrap, RememberedLog log, SharedClaims claims, Duration patience) {
        this.bootstrap = bootstrap;
        this.log = log;
        this.claims = claims;
        this.patience = patience;
        this.told = new Told(bootstrap);
    }

    /** The same service while its broker is away. */
    RelayFixture withoutBroker() {
        return new RelayFixture("127.0.0.1:1", log, claims, Duration.ofSeconds(1));
    }

    /** An event of which others are told. */
    record Joined(String memberId, String name) {}

    /** An event that is nobody else's business. */
    record Remarked(String remark) {}

    /** An event that the translation does not know yet. */
    record NotYetKnown() {}

    static Joined joined(int member) {
        return new Joined("m" + member, "Acme");
    }

    static Object[] joined(int from, int until) {
        var events = new Object[until - from];
        for (int i = from; i < until; i++) {
            events[i - from] = joined(i % 40);
        }
        return events;
    }

    Relay start(String instance) {
        return start(instance, RelayFixture::factsOf);
    }

    Relay start(String instance, RelayedLog followed) {
        return start(instance, followed, RelayFixture::factsOf);
    }

    Relay start(String instance, Translation translation) {
        return start(instance, log, translation);
    }

    private Relay start(String instance, RelayedLog followed, Translation translation) {
        var relay = beginning(instance, followed, translation);
        relay.start();
        return relay;
    }

    /** One that has not got as far as asking whether it may relay. */
    Relay beginning(String instance) {
        return beginning(instance, log, RelayFixture::factsOf);
    }

    private Relay beginning(String instance, RelayedLog followed, Translation translation) {
        var properties =
                new RelayProperties(
                        100,
                        Duration.ofMillis(250),
                        Duration.ofMillis(50),
                        Duration.ofMillis(500),
                        patience);
        var claim = claims.of(instance);
        var parts =
                RelayParts.of("member", followed, claim, translation, bootstrap, CLOCK, properties);
        var relay = new Relay(parts);
        started.add(relay);
        return relay;
    }

    Relay relay() {
        return started.getLast();
    }

    static List<Fact> factsOf(Object event) {
        return switch (event) {
            case Joined e -> List.of(began(e));
            case Remarked _ -> List.of();
            default -> throw new IllegalArgumentException("Unknown event " + event);
        };
    }

    private static Fact began(Joined event) {
        var day = LocalDate.of(2026, 1, 1);
        var fact =
                new MembershipBegan(
                        event.memberId(),
                        1,
                        "5560360793",
                        event.name(),
                        "COMPANY",
                        "0763",
                        day,
                        false);
        return new Fact(Topics.MEMBER_FACTS, MemberFact.typeOf(fact), event.memberId(), fact);
    }

    void awaitTold(long position) {
        await().untilAsserted(
                        () ->
                                assertThat(started)
                                        .extracting(Relay::status)
                                        .anySatisfy(
                                                status -> {
                                                    assertThat(status.state())
                                                            .isEqualTo(State.RELAYING);
                                                    assertThat(status.position())
                                                            .isEqualTo(position);
                                                }));
    }

    static void awaitState(Relay relay, State state) {
        await().untilAsserted(() -> assertThat(relay.status().state()).isEqualTo(state));
    }

    /** The id of the only fact that an event at a position tells. */
    String idOf(long position) {
        return log.id() + "-" + position + "-0";
    }

    List<String> idsOf(int from, int until) {
        List<String> ids = new ArrayList<>();
        for (int position = from; position < until; position++) {
            ids.add(idOf(position));
        }
        return ids;
    }

    @Override
    public void close() {
        started.forEach(Relay::stop);
    }
}
