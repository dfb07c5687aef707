package io.samling.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks HTTP with a service, as anybody outside would. */
final class Api {

    static final JsonMapper JSON = new JsonMapper();

    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(2))
                    .build();
    private final String address;

    Api(int port) {
        address = "http://127.0.0.1:" + port;
    }

    String address() {
        return address;
    }

    Answer put(String path, String body) {
        return send(request(path).PUT(BodyPublishers.ofString(body)).build());
    }

    Answer post(String path, String body, String key) {
        var request = request(path).header("Idempotency-Key", Organisations.id(key));
        return send(request.POST(BodyPublishers.ofString(body)).build());
    }

    Answer get(String path) {
        return send(request(path).GET().build());
    }

    /** Whether the service is there and says that it can work. */
    boolean isReady() {
        try {
            return get("/actuator/health/readiness").status() == 200;
        } catch (UncheckedIOException notThereYet) {
            return false;
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json");
    }

    private Answer send(HttpRequest request) {
        try {
            return new Answer(request, client.send(request, BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /**
     * What came back.
     *
     * @param position where a write stands, such as {@code member:7f3a91c2:1234}
     */
    record Answer(String asked, int status, String body, @Nullable String position) {

        Answer(HttpRequest request, HttpResponse<String> response) {
            this(
                    request.method() + " " + request.uri(),
                    response.statusCode(),
                    response.body(),
                    response.headers().firstValue("Samling-Position").orElse(null));
        }

        boolean isAcknowledged() {
            return status == 200 || status == 201;
        }

        /** The answer of a write that must have been taken. */
        Answer acknowledged() {
            if (!isAcknowledged()) {
                throw new AssertionError(this);
            }
            return this;
        }

        JsonNode json() {
            if (!isAcknowledged()) {
                throw new AssertionError(this);
            }
            return JSON.readTree(body);
        }

        String positionText() {
            if (position == null) {
                throw new AssertionError(this);
            }
            return position;
        }
    }
}
