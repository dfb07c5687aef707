package io.samling.reporting.figures;

import io.samling.eventfeed.Span;
import java.time.LocalDate;
import java.util.Map;

/**
 * What a figure is asked.
 *
 * @param asOf the day it shall hold for
 * @param known the position in the log of the figure's service, up to which facts are to be known
 * @param options the figure's own parameters, all of them
 */
public record Question(LocalDate asOf, long known, Map<String, String> options) {

    /** The day as the rows have it. */
    public int day() {
        return Span.day(asOf);
    }

    /** One of the figure's own parameters. */
    public String option(String name) {
        var value = options.get(name);
        if (value == null) {
            throw new IllegalArgumentException("No option " + name);
        }
        return value;
    }
}
