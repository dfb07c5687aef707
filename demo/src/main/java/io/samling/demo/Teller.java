package io.samling.demo;

import io.samling.demo.Step.Request;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Tells the story, moment by moment, each with the services' clocks at that moment. */
final class Teller implements AutoCloseable {

    private static final String CLOCK = "/api/demo/clock";
    private static final int NOT_FOUND = 404;
    private static final int AT_ONCE = 16;

    private final Services services;
    private final ExecutorService executor = Executors.newFixedThreadPool(AT_ONCE);

    Teller(Services services) {
        this.services = services;
    }

    /** Whether the services still wait for the story. */
    boolean isAwaited() {
        return moveClock(Service.MEMBER, Instant.EPOCH);
    }

    /** Tells all steps by the story's clock, and then gives the clocks back. */
    void tellByTheStorysClock(List<Step> steps) {
        var year = "";
        for (var moment : moments(steps)) {
            var everybody = !moment.year().equals(year);
            forAll(moment.services(everybody), service -> moveClock(service, moment.at()));
            forAll(moment.requests(), services::tell);
            year = moment.year();
        }
        for (var service : Service.values()) {
            services.send(service, "DELETE", CLOCK, null);
        }
        services.awaitFigures();
    }

    /** Tells all steps by the real clock: what has been told before changes nothing. */
    void tellAgain(List<Step> steps) {
        for (var moment : moments(steps)) {
            forAll(moment.requests(), services::tell);
        }
        services.awaitFigures();
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }

    private boolean moveClock(Service service, Instant moment) {
        var body = Json.object().put("now", moment.toString());
        var answer = services.send(service, "PUT", CLOCK, body);
        if (answer.statusCode() == NOT_FOUND) {
            return false;
        }
        if (answer.statusCode() != 200) {
            throw new DemoFailed("The clock could not be moved: " + answer.body());
        }
        return true;
    }

    private record Moment(Instant at, List<Request> requests) {

        String year() {
            return at.toString().substring(0, 4);
        }

        /** Those that have something to write down; the others keep up once a year. */
        List<Service> services(boolean everybody) {
            return everybody
                    ? List.of(Service.values())
                    : requests.stream().map(Request::service).distinct().toList();
        }
    }

    private static List<Moment> moments(List<Step> steps) {
        List<Moment> moments = new ArrayList<>();
        for (var step : steps) {
            if (moments.isEmpty() || !moments.getLast().at().equals(step.recordedAt())) {
                moments.add(new Moment(step.recordedAt(), new ArrayList<>()));
            }
            moments.getLast().requests().add(step.request());
        }
        return moments;
    }

    private interface Work<T> {
        void doWith(T item);
    }

    private <T> void forAll(List<T> items, Work<T> work) {
        List<Future<?>> running = new ArrayList<>();
        for (var item : items) {
            running.add(executor.submit(() -> work.doWith(item)));
        }
        for (var each : running) {
            try {
                each.get();
            } catch (ExecutionException failed) {
                throw failed.getCause() instanceof DemoFailed why
                        ? why
                        : new IllegalStateException(failed.getCause());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new DemoFailed("Stopped. Start again: nothing is told twice.");
            }
        }
    }
}
