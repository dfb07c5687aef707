package io.samling.eventfeed;

import io.samling.kernel.Refusal;
import java.util.Collection;

/** No facts of such a service are taken here. */
public final class NobodyTells extends Refusal {

    NobodyTells(Collection<String> services) {
        super(
                Kind.UNKNOWN,
                "unknown-service",
                "There is no such service: facts are taken of " + String.join(", ", services));
    }
}
