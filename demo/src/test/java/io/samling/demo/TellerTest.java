package io.samling.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.samling.demo.Step.Request;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway.Init") // JUnit fills the fields
class TellerTest {

    static final Instant FIRST = Instant.parse("2015-03-27T09:00:00Z");
    static final List<Step> STORY =
            List.of(
                    new Step(FIRST, Request.put(Service.MEMBER, "/api/members/1", Json.object())),
                    new Step(
                            FIRST.plusSeconds(60),
                            Request.post(
                                    Service.MEMBER, "/api/members/1/annulment", Json.object())));

    final List<String> heard = Collections.synchronizedList(new ArrayList<>());
    final AtomicInteger busy = new AtomicInteger();
    volatile int clockStatus = 200;
    volatile int status = 200;

    HttpServer server;
    Teller teller;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        var address = "http://127.0.0.1:" + server.getAddress().getPort();
        var everywhere =
                Map.of(
                        Service.MEMBER, address + "/member",
                        Service.FUNDING, address + "/funding",
                        Service.REPORTING, address + "/reporting");
        teller = new Teller(new Services(everywhere, "the token"));
    }

    @AfterEach
    void stop() {
        teller.close();
        server.stop(0);
    }

    @Test
    void moves_the_clocks_before_each_moment_and_gives_them_back_at_the_end() {
        teller.tellByTheStorysClock(STORY);

        assertThat(heard.subList(0, 3))
                .containsExactlyInAnyOrder(
                        "PUT /member/api/demo/clock {\"now\":\"2015-03-27T09:00:00Z\"}",
                        "PUT /funding/api/demo/clock {\"now\":\"2015-03-27T09:00:00Z\"}",
                        "PUT /reporting/api/demo/clock {\"now\":\"2015-03-27T09:00:00Z\"}");
        assertThat(heard.get(3)).isEqualTo("PUT /member/api/members/1 {}");
        assertThat(heard.get(4)).startsWith("PUT /member/api/demo/clock").contains("09:01:00Z");
        assertThat(heard.get(5)).isEqualTo("POST /member/api/members/1/annulment {}");
        assertThat(heard.subList(6, 9)).allMatch(it -> it.startsWith("DELETE"));
    }

    @Test
    void comes_again_where_a_service_is_busy() {
        busy.set(2);

        teller.tellAgain(STORY);

        assertThat(heard)
                .containsExactly(
                        "PUT /member/api/members/1 {}", "POST /member/api/members/1/annulment {}");
    }

    @Test
    void says_which_step_was_refused() {
        status = 409;

        assertThatThrownBy(() -> teller.tellAgain(STORY))
                .isInstanceOf(DemoFailed.class)
                .hasMessageContaining("PUT /api/members/1 was refused");
    }

    @Test
    void knows_whether_it_is_awaited() {
        assertThat(teller.isAwaited()).isTrue();

        clockStatus = 404;

        assertThat(teller.isAwaited()).isFalse();
    }

    private void answer(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        var path = exchange.getRequestURI().getPath();
        var headers = exchange.getRequestHeaders();
        boolean asExpected =
                "the token".equals(headers.getFirst("Samling-Demo-Token"))
                        && exchange.getRequestMethod().equals("POST")
                                == headers.containsKey("Idempotency-Key");
        if (busy.getAndDecrement() > 0) {
            exchange.sendResponseHeaders(503, -1);
        } else {
            heard.add((exchange.getRequestMethod() + " " + path + " " + body).strip());
            int answered = path.endsWith("/clock") ? clockStatus : status;
            exchange.sendResponseHeaders(asExpected ? answered : 400, -1);
        }
        exchange.close();
    }
}
