package io.samling.funding.recount;

import io.samling.funding.financing.GrantEvent.Decision;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One grant, with all that was said of it in the order in which it became known. */
final class CountedGrant {

    private final List<Said> said = new ArrayList<>();
    private @Nullable LocalDate withdrawnOn;

    /**
     * What was said.
     *
     * @param from the day it counts from; null where that is unknown
     */
    private record Said(@Nullable LocalDate from, Decision decision) {}

    void says(@Nullable LocalDate from, Decision decision) {
        said.add(new Said(from, decision));
    }

    void isWithdrawnOn(LocalDate day) {
        withdrawnOn = day;
    }

    void addTo(GrantSums sums, LocalDate day) {
        if (withdrawnOn != null && !withdrawnOn.isAfter(day)) {
            return;
        }
        Decision inForce = null;
        for (var each : said) {
            if (each.from() != null && !each.from().isAfter(day)) {
                inForce = each.decision();
            }
        }
        if (inForce != null) {
            sums.add(inForce);
        } else if (said.getFirst().from() == null) {
            sums.count("notPlaced");
        }
    }
}
