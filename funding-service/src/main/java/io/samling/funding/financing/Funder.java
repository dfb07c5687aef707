package io.samling.funding.financing;

import io.samling.kernel.Money;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One who pays.
 *
 * @param name of the organisation, without blanks around it
 * @param share its part of the amount; null where the split is unknown
 */
public record Funder(String name, @Nullable Money share) {

    public Funder {
        name = name.strip();
    }

    /** Two funders with the same key are one. */
    String key() {
        return name.toLowerCase(Locale.ROOT);
    }
}
