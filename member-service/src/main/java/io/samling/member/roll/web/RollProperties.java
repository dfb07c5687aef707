package io.samling.member.roll.web;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the roll answers.
 *
 * @param patience how long a query with {@code at-least} waits
 */
@Validated
@ConfigurationProperties("samling.member")
record RollProperties(@NotNull @DefaultValue("5s") Duration patience) {}
