package io.samling.eventstore.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoDatabase;
import io.samling.kernel.Unavailable;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What a server's greeting may say, and what follows from it. */
@ExtendWith(OutputCaptureExtension.class)
class ServerClockTest {

    static final Instant NOON = Instant.parse("2026-01-15T11:00:00Z");
    static final BsonDocument STANDALONE =
            new BsonDocument("localTime", new BsonDateTime(NOON.toEpochMilli()));

    static MongoDatabase serverWhoSays(BsonDocument hello) {
        return (MongoDatabase)
                Proxy.newProxyInstance(
                        MongoDatabase.class.getClassLoader(),
                        new Class<?>[] {MongoDatabase.class},
                        (_, _, _) -> hello);
    }

    static ServerClock clockThatIsAhead(Duration by, boolean checking) {
        var member = STANDALONE.clone().append("setName", new BsonString("rs0"));
        var clock = Clock.fixed(NOON.plus(by), ZoneOffset.UTC);
        return ServerClock.of(serverWhoSays(member), clock, checking);
    }

    @Test
    void a_single_server_is_refused_with_what_to_do() {
        var server = serverWhoSays(STANDALONE);

        assertThatThrownBy(() -> ServerClock.of(server, Clock.systemUTC(), false))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is not a member of a replica set")
                .hasMessageContaining("rs.initiate()");
    }

    @Test
    void a_second_is_let_be(CapturedOutput output) {
        try (var clock = clockThatIsAhead(Duration.ofSeconds(1), true)) {
            assertThatCode(clock::requireSane).doesNotThrowAnyException();
            assertThat(clock.ahead()).isEqualTo(1000);
        }
        assertThat(output).doesNotContain("clock");
    }

    @Test
    void more_than_a_second_is_warned_of_and_five_are_written_with(CapturedOutput output) {
        for (var millis : new long[] {1001, 5000, -5000}) {
            try (var clock = clockThatIsAhead(Duration.ofMillis(millis), true)) {
                assertThatCode(clock::requireSane).doesNotThrowAnyException();
            }
            assertThat(output).contains("server's differ by " + millis + " ms");
        }
    }

    @Test
    void with_more_than_five_seconds_nothing_is_recorded() {
        for (var millis : new long[] {5001, -5001}) {
            try (var clock = clockThatIsAhead(Duration.ofMillis(millis), true)) {
                assertThatThrownBy(clock::requireSane)
                        .isInstanceOfSatisfying(
                                Unavailable.class,
                                no ->
                                        assertThat(no.kind())
                                                .isEqualTo(Unavailable.Kind.NOTHING_DONE))
                        .hasMessageContaining("differ by 5 s");
            }
        }
    }

    @Test
    void a_story_has_a_clock_of_its_own() {
        try (var clock = clockThatIsAhead(Duration.ofDays(-3650), false)) {
            assertThatCode(clock::requireSane).doesNotThrowAnyException();
        }
    }
}
