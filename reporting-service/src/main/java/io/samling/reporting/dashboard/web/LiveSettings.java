package io.samling.reporting.dashboard.web;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How changes are sent to those who follow them.
 *
 * @param followers how many may follow at once
 * @param quiet after how long without changes a sign of life is sent: less than proxies wait, and
 *     the only way to notice that somebody has gone
 */
@ConfigurationProperties("samling.reporting.live")
record LiveSettings(@DefaultValue("200") int followers, @DefaultValue("15s") Duration quiet) {

    LiveSettings {
        if (followers < 1 || quiet.isNegative() || quiet.isZero()) {
            throw new IllegalArgumentException(
                    "samling.reporting.live.followers and quiet are more than nothing");
        }
    }
}
