package io.samling.reporting.figures;

import java.time.Duration;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How questions are answered.
 *
 * @param zone whose today is meant where no day is asked for
 */
@ConfigurationProperties("samling")
record ReportingSettings(
        @DefaultValue("Europe/Stockholm") ZoneId zone, @DefaultValue Reporting reporting) {

    /** How long a question waits for what it wants to be known. */
    Duration patience() {
        return reporting.patience();
    }

    /**
     * This service's own settings.
     *
     * @param patience at most a minute
     */
    record Reporting(@DefaultValue("5s") Duration patience) {

        Reporting {
            if (patience.isNegative() || patience.compareTo(Duration.ofMinutes(1)) > 0) {
                throw new IllegalArgumentException(
                        "samling.reporting.patience is at most a minute");
            }
        }
    }
}
