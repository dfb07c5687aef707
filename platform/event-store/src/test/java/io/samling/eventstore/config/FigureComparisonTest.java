package io.samling.eventstore.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.samling.eventstore.LogIdentity;
import io.samling.eventstore.Recount;
import io.samling.eventstore.Recount.Expected;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FigureComparisonTest {

    static final LogIdentity LOG = new LogIdentity("club", "7f3a91c2");
    static final LocalDate DAY = LocalDate.of(2020, 1, 1);

    final List<String> asked = new ArrayList<>();
    final HttpServer reporting = answering("club:7f3a91c2:1");

    @AfterEach
    void stop() {
        reporting.stop(0);
    }

    /** Somebody who knows of two visits. */
    private HttpServer answering(String known) {
        try {
            var here = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            var server = HttpServer.create(here, 0);
            answer(server, "/api/feed", "[{\"service\": \"club\", \"known\": \"" + known + "\"}]");
            answer(server, "/api/figures/visits", "{\"value\": 2}");
            server.start();
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void answer(HttpServer server, String path, String body) {
        server.createContext(
                path,
                exchange -> {
                    asked.add(exchange.getRequestURI().toString());
                    var bytes = body.getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, bytes.length);
                    exchange.getResponseBody().write(bytes);
                    exchange.close();
                });
    }

    private static FigureComparison with(HttpServer server, LogIdentity log) throws IOException {
        var address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return FigureComparison.with(address, log, Visits::new);
    }

    @Test
    void finds_no_difference_where_there_is_none_at_the_position_that_is_known()
            throws IOException {
        var figures = with(reporting, LOG);
        figures.add(0, "visit");
        figures.add(1, "visit");
        figures.add(2, "not known there yet");

        figures.compare();

        assertThat(figures.differences()).isEmpty();
        assertThat(figures.compared()).isEqualTo(2);
        assertThat(figures.summary()).contains("2 figures at club:7f3a91c2:1", "0 differ");
        assertThat(asked)
                .contains("/api/figures/visits?asOf=2020-01-01&known=club:7f3a91c2:1")
                .contains("/api/figures/visits?asOf=2019-12-31&known=club:7f3a91c2:1");
    }

    @Test
    void says_what_the_log_and_what_the_figure_comes_to() throws IOException {
        var figures = with(reporting, LOG);
        figures.add(0, "visit");
        figures.compare();

        assertThat(figures.differences())
                .contains("visits on 2020-01-01: value is 1 by the log and 2 by the figure");
    }

    @Test
    void says_where_the_log_can_no_longer_be_counted() throws IOException {
        var figures = with(reporting, LOG);
        figures.add(0, "what needs what was lost");
        figures.add(1, "visit");
        figures.compare();

        assertThat(figures.differences())
                .containsExactly(
                        "The event at 0 cannot be counted after those before it"
                                + " (IllegalStateException)");
        assertThat(figures.compared()).isZero();
    }

    @Test
    void compares_nothing_with_figures_of_another_log() {
        assertThatThrownBy(() -> with(reporting, new LogIdentity("club", "0b55e8d4")))
                .hasMessage("it counts the log 7f3a91c2 and this is 0b55e8d4");
        assertThatThrownBy(() -> with(reporting, new LogIdentity("choir", "0b55e8d4")))
                .hasMessage("it knows nothing of choir");
    }

    private static final class Visits implements Recount.Counting {

        private long visits;

        @Override
        public void add(Object event) {
            if (!event.equals("visit") && visits == 0) {
                throw new IllegalStateException("nobody has visited yet");
            }
            visits++;
        }

        @Override
        public SortedSet<LocalDate> days() {
            return new TreeSet<>(List.of(DAY));
        }

        @Override
        public List<Expected> on(LocalDate day) {
            var counted = Map.of("value", visits);
            return List.of(
                    new Expected(
                            "visits",
                            counted,
                            answer -> Map.of("value", answer.get("value").asLong())));
        }
    }
}
