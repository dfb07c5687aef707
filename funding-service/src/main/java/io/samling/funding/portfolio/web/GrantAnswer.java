package io.samling.funding.portfolio.web;

import io.samling.funding.financing.GrantEvent.Amount;
import io.samling.funding.financing.GrantEvent.Contribution;
import io.samling.funding.portfolio.GrantRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A grant as it is answered: what it says now, and how it came to say so. */
record GrantAnswer(
        String id,
        String projectId,
        List<Contribution> funders,
        @Nullable String decidedOn,
        @Nullable Amount amount,
        String meaning,
        List<GrantRow.Change> changes,
        @Nullable String withdrawnOn,
        @Nullable String source) {

    static GrantAnswer of(GrantRow row) {
        var now = row.decision();
        return new GrantAnswer(
                row.id(),
                row.projectId(),
                now.funders(),
                now.decidedOn(),
                now.amount(),
                now.meaning(),
                row.changes(),
                row.withdrawnOn(),
                row.source());
    }
}
