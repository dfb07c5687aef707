package io.samling.reporting.dashboard.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A stream of server-sent events as a program reads it, until it is closed. */
final class EventStream implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final List<String> comments = new CopyOnWriteArrayList<>();
    private final HttpClient http;
    private final HttpResponse<InputStream> answer;

    /**
     * An event.
     *
     * @param id empty where it has none
     */
    record Event(String name, String id, String data) {

        /** The ids of the changes that it tells. */
        List<String> changes() {
            return name.equals("changes")
                    ? StreamSupport.stream(JSON.readTree(data).spliterator(), false)
                            .map(change -> change.get("id").asString())
                            .toList()
                    : List.of();
        }

        JsonNode json() {
            return JSON.readTree(data);
        }
    }

    private EventStream(HttpClient http, HttpResponse<InputStream> answer) {
        this.http = http;
        this.answer = answer;
    }

    /** Begins to read. */
    static EventStream open(String address, @Nullable String lastEventId) {
        var request = HttpRequest.newBuilder(URI.create(address));
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        var http = HttpClient.newHttpClient();
        try {
            var stream =
                    new EventStream(http, http.send(request.build(), BodyHandlers.ofInputStream()));
            Thread.ofVirtual().name("reads-events").start(stream::read);
            return stream;
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    int status() {
        return answer.statusCode();
    }

    String header(String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    /** What came until now. */
    List<Event> events() {
        return List.copyOf(events);
    }

    /** The ids of the changes that came until now, in their order. */
    List<String> changes() {
        return events().stream().flatMap(event -> event.changes().stream()).toList();
    }

    /** How many signs of life came until now. */
    List<String> comments() {
        return List.copyOf(comments);
    }

    private void read() {
        var text = new InputStreamReader(answer.body(), StandardCharsets.UTF_8);
        try (var lines = new BufferedReader(text)) {
            List<String> block = new ArrayList<>();
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty()) {
                    take(block);
                    block.clear();
                } else {
                    block.add(line);
                }
            }
        } catch (IOException closed) {
            // whoever reads no more has closed it
        }
    }

    private void take(List<String> block) {
        Map<String, String> fields = new HashMap<>();
        for (var line : block) {
            int colon = line.indexOf(':');
            fields.merge(line.substring(0, colon), line.substring(colon + 1), String::concat);
        }
        if (fields.containsKey("")) {
            comments.add(fields.getOrDefault("", ""));
        }
        if (fields.containsKey("data")) {
            var id = fields.getOrDefault("id", "");
            var data = fields.getOrDefault("data", "");
            events.add(new Event(fields.getOrDefault("event", "message"), id, data));
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
