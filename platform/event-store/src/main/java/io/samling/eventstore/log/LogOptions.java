package io.samling.eventstore.log;

/**
 * How a log is opened.
 *
 * @param limits how much its appender takes on
 * @param clockCheck whether writes are refused while this machine's clock is off
 */
public record LogOptions(AppendLimits limits, boolean clockCheck) {

    /** What a service uses. */
    public static final LogOptions USUAL = new LogOptions(AppendLimits.USUAL, true);
}
