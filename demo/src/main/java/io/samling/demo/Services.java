package io.samling.demo;

import io.samling.demo.Step.Request;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** The running services, spoken to as anybody would, with the token of the demo. */
final class Services {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int ATTEMPTS = 10;
    private static final long PAUSE = Duration.ofMillis(300).toNanos();

    private final HttpClient http =
            HttpClient.newBuilder().version(Version.HTTP_1_1).connectTimeout(PATIENCE).build();
    private final Map<Service, String> addresses;
    private final String token;
    private final Map<Service, String> reached = new ConcurrentHashMap<>();

    Services(Map<Service, String> addresses, String token) {
        this.addresses = Map.copyOf(addresses);
        this.token = token;
    }

    /**
     * Sends a step until it is answered, and sends it again where the answer is to come again.
     *
     * @throws DemoFailed where a service says no
     */
    void tell(Request request) {
        var answer = send(request.service(), request.method(), request.path(), request.body());
        if (answer.statusCode() >= 300) {
            throw new DemoFailed(
                    "%s %s was refused: %s"
                            .formatted(request.method(), request.path(), answer.body()));
        }
        answer.headers()
                .firstValue("Samling-Position")
                .ifPresent(position -> reached.merge(request.service(), position, Services::later));
    }

    /** Returns once the figures know all that has been told. */
    void awaitFigures() {
        if (!reached.isEmpty()) {
            var positions = String.join(",", reached.values());
            send(Service.REPORTING, "GET", "/api/figures/members?at-least=" + positions, null);
        }
    }

    /** Positions are {@code <service>:<log id>:<number>}. */
    private static String later(String one, String other) {
        return numberOf(one) > numberOf(other) ? one : other;
    }

    private static long numberOf(String position) {
        return Long.parseLong(position.substring(position.lastIndexOf(':') + 1));
    }

    /**
     * Sends a request and returns the answer, whatever it says.
     *
     * @param body null for none
     */
    HttpResponse<String> send(Service service, String method, String path, @Nullable Object body) {
        var address = URI.create(addresses.get(service) + path);
        var request =
                HttpRequest.newBuilder(address)
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/json")
                        .header("Samling-Demo-Token", token)
                        .method(
                                method,
                                body == null
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body.toString()));
        if (method.equals("POST")) {
            request.header("Idempotency-Key", Names.idOf(method + path + body).toString());
        }
        return send(service, request.build());
    }

    private HttpResponse<String> send(Service service, HttpRequest request) {
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            try {
                var answer = http.send(request, BodyHandlers.ofString());
                if (answer.statusCode() != 503 && answer.statusCode() != 504) {
                    return answer;
                }
            } catch (IOException notNow) {
                // it may be starting, or on its way back
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new DemoFailed("Stopped. Start again: nothing is told twice.");
            }
            LockSupport.parkNanos(PAUSE * attempt);
        }
        throw new DemoFailed(
                "The %s-service does not answer at %s."
                        .formatted(service.word(), addresses.get(service)));
    }
}
