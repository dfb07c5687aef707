package io.samling.eventstore.config;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.samling.eventstore.LogIdentity;
import io.samling.eventstore.Recount;
import io.samling.eventstore.UnreadableEvent;
import io.samling.eventstore.axon.SnapshotStore;
import io.samling.eventstore.log.NewEvent;
import io.samling.eventstore.log.StoredEvent;
import io.samling.eventstore.log.TestLogs;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What verifying a log says, and what its process ends with. */
class LogCommandTest {

    static final LocalDate DAY = LocalDate.of(2020, 1, 1);

    @TempDir Path folder;
    final TestLogs logs = new TestLogs();
    final LogIdentity log = logs.open().identity();
    final HttpServer reporting = server();
    final ByteArrayOutputStream said = new ByteArrayOutputStream();

    private static HttpServer server() {
        try {
            var here = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            return HttpServer.create(here, 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void visitTwiceAndHaveItReported() {
        visit(0);
        visit(1);
        answer("/api/feed", 200, "[{\"service\": \"sample\", \"known\": \"" + log.at(1) + "\"}]");
        reporting.start();
    }

    @AfterEach
    void close() {
        reporting.stop(0);
        logs.close();
    }

    private void visit(long sequence) {
        var event =
                new NewEvent(
                        "e" + sequence,
                        "s",
                        sequence,
                        "Sample",
                        "visited",
                        null,
                        Instant.EPOCH,
                        null,
                        "{}",
                        "{}");
        logs.open().append(List.of(event), List.of(), null);
    }

    private void answer(String path, int status, String body) {
        reporting.createContext(
                path,
                exchange -> {
                    var bytes = body.getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(status, bytes.length);
                    exchange.getResponseBody().write(bytes);
                    exchange.close();
                });
    }

    private int verify() {
        return verify(here());
    }

    private String here() {
        return "http://127.0.0.1:" + reporting.getAddress().getPort();
    }

    private int verify(String compareWith) {
        return verify(compareWith, Visits::new);
    }

    private int verify(String compareWith, Recount recount) {
        var out = new PrintStream(said, true, StandardCharsets.UTF_8);
        return new LogCommand(
                        log,
                        logs.database(),
                        new SnapshotStore(logs.database(), _ -> "code"),
                        LogCommandTest::read,
                        recount,
                        compareWith,
                        Clock.systemUTC(),
                        out)
                .run("verify", folder.resolve("unused"));
    }

    private static List<EventMessage<?>> read(StoredEvent event) {
        var payload =
                event.payload().equals("{}")
                        ? event.name()
                        : new UnreadableEvent(event.name(), "it was changed");
        return List.of(new GenericEventMessage<>(payload));
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    @Test
    void all_is_well_where_the_log_is_whole_and_the_figures_agree() {
        answer("/api/figures/visits", 200, "{\"value\": 2}");

        assertThat(verify()).isZero();
        assertThat(said()).contains("2 figures at " + log.at(1), "0 differ", "all is well");
    }

    @Test
    void a_figure_that_is_wrong_is_named_and_ends_it_with_1() {
        answer("/api/figures/visits", 200, "{\"value\": 3}");

        assertThat(verify()).isEqualTo(1);
        assertThat(said())
                .contains("visits on 2020-01-01: value is 2 by the log and 3 by the figure")
                .doesNotContain("all is well");
    }

    @Test
    void an_event_that_cannot_be_read_ends_it_with_1() {
        answer("/api/figures/visits", 200, "{\"value\": 2}");
        var commits = logs.database().getCollection("commits");
        commits.updateOne(eq("_id", 1L), set("events.0.data", "{\"changed\": true}"));

        assertThat(verify()).isEqualTo(1);
        assertThat(said())
                .contains("The event at 1 (visited) cannot be read: it was changed")
                .contains("The commit at 1 is not what was written");
    }

    @Test
    void it_ends_with_3_and_says_so_where_nobody_is_asked() {
        assertThat(verify("")).isEqualTo(3);
        assertThat(said())
                .contains("reporting-service is not asked", "the log is whole, but no figures")
                .doesNotContain("all is well");
    }

    @Test
    void it_ends_with_3_and_says_so_where_nobody_answers() {
        reporting.stop(0);

        assertThat(verify()).isEqualTo(3);
        assertThat(said()).contains("cannot be asked for figures", "no figures were compared");
    }

    @Test
    void it_ends_with_3_and_says_so_where_a_figure_is_not_answered() {
        answer("/api/figures/visits", 503, "{}");

        assertThat(verify()).isEqualTo(3);
        assertThat(said())
                .contains("not compared to the end: /api/figures/visits", "answered with 503")
                .doesNotContain("cannot be used", "all is well");
    }

    @Test
    void it_ends_with_3_and_says_so_where_there_is_no_figure_to_compare() {
        answer("/api/figures/visits", 200, "{\"value\": 2}");

        assertThat(verify(here(), NoDays::new)).isEqualTo(3);
        assertThat(said())
                .contains("0 figures at " + log.at(1), "the log is whole, but no figures")
                .doesNotContain("cannot be asked", "not compared to the end", "all is well");
    }

    @Test
    void a_figure_answered_in_another_shape_was_not_compared() {
        answer("/api/figures/visits", 200, "{\"number\": 2}");

        assertThat(verify()).isEqualTo(3);
        assertThat(said()).contains("is answered with something else");
    }

    /** The first visit gives a day to ask about. */
    private static class Visits implements Recount.Counting {

        private long visits;

        @Override
        public void add(Object event) {
            visits++;
        }

        @Override
        public SortedSet<LocalDate> days() {
            return new TreeSet<>(visits == 0 ? List.of() : List.of(DAY));
        }

        @Override
        public List<Recount.Expected> on(LocalDate day) {
            return List.of(
                    new Recount.Expected(
                            "visits",
                            Map.of("value", visits),
                            answer -> Map.of("value", answer.get("value").asLong())));
        }
    }

    /** Counts, and has nothing to ask about: as of a log in which nothing has a day yet. */
    private static final class NoDays extends Visits {

        @Override
        public SortedSet<LocalDate> days() {
            return new TreeSet<>();
        }
    }
}
