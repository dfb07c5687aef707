package io.samling.reporting.figures.web;

import static org.awaitility.Awaitility.await;

import io.samling.contracts.LogPositions;
import io.samling.reporting.ReportingServiceApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One instance of reporting-service, asked over HTTP. */
public final class RunningService implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext context;
    private final String address;

    private RunningService(ConfigurableApplicationContext context) {
        this.context = context;
        var server = ((ServletWebServerApplicationContext) context).getWebServer();
        this.address = "http://127.0.0.1:" + (server == null ? 0 : server.getPort());
    }

    /** Starts one, with further settings such as {@code --samling.reporting.patience=1s}. */
    public static RunningService start(
            String mongodb, String kafka, String database, String... settings) {
        return start(List.of(), mongodb, kafka, database, settings);
    }

    /** Starts one that has further components: later code than ours. */
    static RunningService start(
            List<Class<?>> components,
            String mongodb,
            String kafka,
            String database,
            String... settings) {
        var application = new SpringApplication(ReportingServiceApplication.class);
        application.addPrimarySources(components);
        var ours =
                Stream.of(
                        "--server.port=0",
                        "--samling.mongodb.uri=" + mongodb,
                        "--samling.kafka.bootstrap=" + kafka,
                        "--samling.feed.database=" + database,
                        "--samling.feed.group=" + database);
        var all = Stream.concat(ours, Stream.of(settings)).toArray(String[]::new);
        return new RunningService(application.run(all));
    }

    /** Where it answers, such as {@code http://127.0.0.1:41234}. */
    public String address() {
        return address;
    }

    /** Asks for a figure, once these positions are known. */
    public JsonNode figure(String figure, LogPositions atLeast, String more) {
        return get("/api/figures/" + figure + "?at-least=" + encoded(atLeast) + more);
    }

    /**
     * Waits until these positions are known, and something of each log, however busy the machine
     * is: each question waits a while, and is asked again.
     */
    public void awaitKnown(LogPositions told) {
        await().atMost(PATIENCE).until(() -> figure("members", told, "").path("value").isNumber());
    }

    public JsonNode get(String path) {
        return JSON.readTree(send(path).body());
    }

    public int status(String path) {
        return send(path).statusCode();
    }

    public HttpResponse<String> send(String path) {
        return send(HttpRequest.newBuilder(URI.create(address + path)).build());
    }

    public HttpResponse<String> post(String path) {
        return send(
                HttpRequest.newBuilder(URI.create(address + path))
                        .POST(BodyPublishers.noBody())
                        .build());
    }

    public static String encoded(Object parameter) {
        return URLEncoder.encode(parameter.toString(), StandardCharsets.UTF_8);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        context.close();
        http.close();
    }
}
