package io.samling.reporting.figures.web;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.samling.kernel.Money;
import org.springframework.boot.jackson.JacksonMixin;

/** Money is told as its two parts and nothing that follows from them. */
@JacksonMixin(Money.class)
interface MoneyAsJson {

    @JsonIgnore
    boolean isPositive();
}
