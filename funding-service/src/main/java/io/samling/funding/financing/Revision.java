package io.samling.funding.financing;

import io.samling.kernel.Money;
import io.samling.kernel.PartialDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One of a grant's terms as it is from now on; null makes it unknown. */
public sealed interface Revision {

    /** Those who pay. */
    record Funders(List<Funder> now) implements Revision {}

    /** When it was decided. */
    record DecidedOn(@Nullable PartialDate now) implements Revision {}

    /** How much it is. */
    record Amount(@Nullable Money now) implements Revision {}

    /** What the amount is. */
    record Means(Meaning now) implements Revision {}
}
