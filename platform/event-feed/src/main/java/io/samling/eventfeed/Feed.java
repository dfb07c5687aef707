package io.samling.eventfeed;

import io.samling.contracts.LogPosition;
import io.samling.contracts.LogPositions;
import io.samling.eventfeed.LogView.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What is known from the facts of all services, held in memory and followed live: which moment a
 * question is about, and the rows to answer it from.
 */
public final class Feed {

    /**
     * How long after a moment nothing recorded before it can still turn up: what two clocks may
     * differ and what a commit may wait.
     */
    static final Duration SETTLING = Duration.ofSeconds(15);

    private static final Comparator<KeptFact> NEWEST_FIRST =
            Comparator.comparing(KeptFact::recorded)
                    .thenComparing(Comparator.naturalOrder())
                    .reversed();

    private final SortedMap<String, LogView> logs;

    Feed(SortedMap<String, LogView> logs) {
        this.logs = logs;
    }

    /**
     * Waits until all these positions are known.
     *
     * @throws io.samling.kernel.Unavailable past the patience, saying which log stands where
     * @throws AnotherLog where a position is of a log that figures are not counted from
     */
    public void await(LogPositions positions, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        for (var position : positions.byService().values()) {
            var _ = log(position.service()).await(position, deadline);
        }
    }

    /** Whatever is known now, which is never settled. */
    public Moment now() {
        return new Moment(positions(state -> state.known().position()), null, false);
    }

    /**
     * What was known at a moment: in each log the last position recorded by then, as far as is
     * known by now. It is settled once every log is complete until more than 15 s after it.
     */
    public Moment at(Instant moment) {
        var known =
                positions(
                        state -> Math.min(state.memory().lastBy(moment), state.known().position()));
        var settledFrom = moment.plus(SETTLING);
        boolean settled =
                logs.values().stream()
                        .map(Feed::state)
                        .allMatch(state -> state.completeUntil().isAfter(settledFrom));
        return new Moment(known, moment, settled);
    }

    /** Exactly these positions, which are settled as soon as they are known. */
    public Moment at(LogPositions known) {
        return new Moment(known, null, true);
    }

    /**
     * Asks the rows of one class.
     *
     * @param service whose facts they are derived from
     */
    public <R extends SubjectRows<?>, T> T read(
            String service, Class<R> rows, Function<R, T> question) {
        return state(log(service)).memory().read(rows, question);
    }

    /**
     * The newest facts of all logs that figures already count, newest first, as they came.
     *
     * @param limit how many at most; 200 of each log are held
     */
    public List<KeptFact> newest(int limit) {
        return logs.values().stream()
                .map(LogView::state)
                .filter(Objects::nonNull)
                .flatMap(state -> newest(state, limit).stream())
                .sorted(NEWEST_FIRST)
                .limit(limit)
                .toList();
    }

    /**
     * How many facts and records wait for a repair, and so do not count.
     *
     * @param topic on which they came
     * @param known the position up to which they would be known
     */
    public int parked(String service, String topic, long known) {
        return state(log(service)).memory().parked(topic, known);
    }

    /** Until when figures of a service count everything that was recorded. */
    public Instant completeUntil(String service) {
        return state(log(service)).completeUntil();
    }

    /** The services whose facts are taken. */
    public List<String> services() {
        return List.copyOf(logs.keySet());
    }

    private static List<KeptFact> newest(State state, int limit) {
        return state.memory().newest().upTo(state.known().position(), limit);
    }

    private LogPositions positions(ToLongFunction<State> position) {
        List<LogPosition> positions = new ArrayList<>();
        for (var log : logs.values()) {
            var state = state(log);
            positions.add(
                    new LogPosition(
                            log.service(), state.known().logId(), position.applyAsLong(state)));
        }
        return LogPositions.of(positions);
    }

    private LogView log(String service) {
        @Nullable LogView log = logs.get(service);
        if (log == null) {
            throw new IllegalArgumentException("No service " + service + " tells facts");
        }
        return log;
    }

    private static State state(LogView log) {
        var state = log.state();
        if (state == null) {
            throw LogView.notYetKnown(log.sentence());
        }
        return state;
    }
}
