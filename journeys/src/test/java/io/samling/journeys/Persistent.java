package io.samling.journeys;

import static org.awaitility.Awaitility.await;

import io.samling.contracts.LogPosition;
import io.samling.journeys.Api.Answer;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Clients that repeat what they ask, with the same id, until they are told that it is kept. */
final class Persistent {

    private static final int FIRST_COMPANY = 30_000;
    private static final LocalDate FIRST_DAY = LocalDate.of(2022, 2, 2);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Writer write;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger repeats = new AtomicInteger();
    private final List<Kept> kept = new CopyOnWriteArrayList<>();
    private volatile boolean stopped;

    Persistent(Writer write) {
        this.write = write;
    }

    /** A subject that was acknowledged, and the position that came with the acknowledgement. */
    record Kept(String id, LogPosition position) {}

    /** Writes one thing after the other until told to stop. */
    void goOn() {
        while (!stopped) {
            int n = next.getAndIncrement();
            var member = Organisations.id("persistent member " + n);
            var number = Organisations.number(FIRST_COMPANY + n);
            insist(member, () -> write.join(member, number, FIRST_DAY));

            var reading = Organisations.id("persistent reading " + n);
            var asOf = FIRST_DAY.plusDays(n % 500);
            insist(reading, () -> write.report(member, reading, "SITE", asOf, n));

            var project = Organisations.id("persistent project " + n);
            insist(project, () -> write.register(project, "\"2022\""));

            var grant = Organisations.id("persistent grant " + n);
            var amount = "{\"minor\": %d, \"currency\": \"SEK\"}".formatted(100L * (n + 1));
            insist(grant, () -> write.grant(grant, project, "\"2023-03-03\"", amount, "GRANT"));
        }
    }

    private void insist(String id, Callable<Answer> request) {
        var answer =
                await("an answer for " + id)
                        .atMost(PATIENCE)
                        .pollDelay(Duration.ZERO)
                        .pollInterval(Duration.ofMillis(50))
                        .until(() -> attempt(request), Persistent::isKept);
        kept.add(new Kept(id, LogPosition.parse(answer.positionText())));
    }

    private Answer attempt(Callable<Answer> request) throws Exception {
        try {
            return request.call();
        } catch (UncheckedIOException nobodyThere) {
            repeats.incrementAndGet();
            return new Answer("nobody answered", 503, "", null);
        }
    }

    /** A fault of the system is worth repeating; a refusal would only be repeated. */
    private static boolean isKept(Answer answer) {
        if (answer.status() < 500 && !answer.isAcknowledged()) {
            throw new AssertionError(answer);
        }
        return answer.isAcknowledged();
    }

    void stop() {
        stopped = true;
    }

    /** How many writes have been acknowledged. */
    int count() {
        return kept.size();
    }

    /** How many requests got no answer at all. */
    int repeats() {
        return repeats.get();
    }

    List<Kept> kept(String service) {
        return kept.stream().filter(one -> one.position().service().equals(service)).toList();
    }
}
