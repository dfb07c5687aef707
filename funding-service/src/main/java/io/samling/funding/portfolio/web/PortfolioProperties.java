package io.samling.funding.portfolio.web;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the portfolio answers.
 *
 * @param patience how long a query with {@code at-least} waits
 */
@Validated
@ConfigurationProperties("samling.funding")
record PortfolioProperties(@NotNull @DefaultValue("5s") Duration patience) {}
