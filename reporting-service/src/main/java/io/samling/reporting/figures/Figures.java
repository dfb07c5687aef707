package io.samling.reporting.figures;

import io.samling.contracts.LogPositions;
import io.samling.eventfeed.Feed;
import io.samling.eventfeed.Moment;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Answers questions: finds the moment that is meant, waits until it is known, and asks the figure.
 */
@Component
@EnableConfigurationProperties(ReportingSettings.class)
public class Figures {

    private static final LocalDate EARLIEST = LocalDate.of(1800, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2999, 12, 31);

    private final SortedMap<String, Figure> figures = new TreeMap<>();
    private final Feed feed;
    private final Clock clock;
    private final ReportingSettings settings;

    Figures(List<Figure> figures, Feed feed, Clock clock, ReportingSettings settings) {
        figures.forEach(figure -> this.figures.put(figure.definition().figure(), figure));
        this.feed = feed;
        this.clock = clock;
        this.settings = settings;
    }

    /** What can be asked for. */
    public List<Definition> definitions() {
        return figures.values().stream().map(Figure::definition).toList();
    }

    /** What a figure counts. */
    public Definition definition(String name) {
        return figure(name).definition();
    }

    /** A figure's value. */
    public Answer value(String name, Asked asked) {
        var figure = figure(name);
        return answer(figure, asked, figure::value);
    }

    /** A part of the list behind a figure. */
    public Answer list(String name, Asked asked, @Nullable String after, int size) {
        var figure = figure(name);
        return answer(figure, asked, question -> figure.list(question, after, size));
    }

    private Answer answer(Figure figure, Asked asked, Counting counting) {
        var definition = figure.definition();
        var options = options(definition, asked.options());
        var asOf = day(asked);
        var moment = moment(definition, asked);
        var position = moment.known().of(definition.service());
        if (position == null) {
            throw FigureRefused.knownIncomplete(definition.service());
        }
        var counted = counting.count(new Question(asOf, position.position(), options));
        int parked = feed.parked(definition.service(), definition.topic(), position.position());
        return new Answer(
                definition.figure(),
                definition.definition(),
                asOf,
                counted,
                moment.known().toString(),
                moment.at(),
                completeUntil(definition, asked),
                moment.settled() && parked == 0,
                parked);
    }

    /** By positions the answer is the same for ever; otherwise it is complete until some moment. */
    private @Nullable Instant completeUntil(Definition definition, Asked asked) {
        if (asked.known() != null) {
            return null;
        }
        var now = feed.completeUntil(definition.service());
        var at = asked.knownAt();
        return at != null && at.isBefore(now) ? at : now;
    }

    private Moment moment(Definition definition, Asked asked) {
        if (asked.atLeast() != null) {
            await(asked.atLeast());
        }
        if (asked.known() != null) {
            return known(definition, asked.known(), asked.knownAt());
        }
        return asked.knownAt() == null ? feed.now() : at(asked.knownAt());
    }

    private Moment known(Definition definition, LogPositions known, @Nullable Instant knownAt) {
        if (knownAt != null) {
            throw FigureRefused.knownTwice();
        }
        if (known.of(definition.service()) == null) {
            throw FigureRefused.knownIncomplete(definition.service());
        }
        await(known);
        return feed.at(known);
    }

    private Moment at(Instant knownAt) {
        if (knownAt.isAfter(clock.instant())) {
            throw FigureRefused.knownAtInTheFuture();
        }
        return feed.at(knownAt);
    }

    private void await(LogPositions positions) {
        for (var service : positions.byService().keySet()) {
            if (!feed.services().contains(service)) {
                throw FigureRefused.unknownLog(service, feed.services());
            }
        }
        feed.await(positions, settings.patience());
    }

    private LocalDate day(Asked asked) {
        var day =
                asked.asOf() == null
                        ? LocalDate.now(clock.withZone(settings.zone()))
                        : asked.asOf();
        if (day.isBefore(EARLIEST) || day.isAfter(LATEST)) {
            throw FigureRefused.dayOutOfRange();
        }
        return day;
    }

    private static Map<String, String> options(Definition definition, Map<String, String> sent) {
        Map<String, String> options = new HashMap<>();
        definition
                .options()
                .forEach(
                        (name, choices) -> {
                            var choice = sent.getOrDefault(name, choices.getFirst());
                            if (!choices.contains(choice)) {
                                throw FigureRefused.noSuchChoice(name, choices);
                            }
                            options.put(name, choice);
                        });
        return options;
    }

    private Figure figure(String name) {
        var figure = figures.get(name);
        if (figure == null) {
            throw FigureRefused.unknown(figures.keySet());
        }
        return figure;
    }

    private interface Counting {
        Object count(Question question);
    }
}
