package io.samling.funding.financing.web;

import io.samling.kernel.Money;
import io.samling.webedge.Parse;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** Money as it is sent, in the smallest unit of its currency. */
record MoneyRequest(long minor, @NotNull String currency) {

    /** The money in a field that may be absent. */
    static @Nullable Money of(String field, @Nullable MoneyRequest sent) {
        return Parse.optional(field, sent, it -> new Money(it.minor, it.currency));
    }
}
