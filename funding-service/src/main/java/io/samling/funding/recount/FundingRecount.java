package io.samling.funding.recount;

import io.samling.eventstore.Recount.Counting;
import io.samling.eventstore.Recount.Expected;
import io.samling.funding.financing.GrantEvent;
import io.samling.funding.financing.GrantEvent.GrantChanged;
import io.samling.funding.financing.GrantEvent.GrantDecided;
import io.samling.funding.financing.GrantEvent.GrantWithdrawn;
import io.samling.funding.ownership.ShareRegisterEvent;
import io.samling.funding.projects.ProjectEvent;
import io.samling.funding.projects.ProjectEvent.ProjectRegistered;
import io.samling.kernel.PartialDate;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Grants and shares, counted one after the other. */
final class FundingRecount implements Counting {

    private final Map<String, LocalDate> projects = new HashMap<>();
    private final Map<String, CountedGrant> grants = new LinkedHashMap<>();
    private final CountedShares shares = new CountedShares();
    private final SortedSet<LocalDate> days = new TreeSet<>();

    @Override
    public void add(Object event) {
        switch (event) {
            case ProjectEvent e -> add(e);
            case GrantEvent e -> add(e);
            case ShareRegisterEvent e -> shares.add(e, days);
            default -> throw new IllegalArgumentException("Nobody counts " + event.getClass());
        }
    }

    private void add(ProjectEvent event) {
        switch (event) {
            case ProjectRegistered e -> {
                var from = firstDay(e.from());
                if (from != null) {
                    projects.put(e.projectId(), from);
                }
            }
        }
    }

    private void add(GrantEvent event) {
        var grant = grants.computeIfAbsent(event.grantId(), _ -> new CountedGrant());
        switch (event) {
            case GrantDecided e -> {
                var decided = firstDay(e.decision().decidedOn());
                var from = decided == null ? projects.get(e.projectId()) : decided;
                grant.says(from, e.decision());
            }
            case GrantChanged e -> grant.says(firstDay(e.changedOn()), e.after());
            case GrantWithdrawn e -> {
                var day = PartialDate.of(e.withdrawnOn()).lastDay();
                days.add(day);
                grant.isWithdrawnOn(day);
            }
        }
    }

    private @Nullable LocalDate firstDay(@Nullable String date) {
        if (date == null) {
            return null;
        }
        var day = PartialDate.of(date).firstDay();
        days.add(day);
        return day;
    }

    @Override
    public SortedSet<LocalDate> days() {
        return days;
    }

    @Override
    public List<Expected> on(LocalDate day) {
        var sums = new GrantSums();
        grants.values().forEach(grant -> grant.addTo(sums, day));
        return List.of(
                new Expected("grants", sums.values(), GrantSums::said),
                new Expected("owners", shares.on(day), CountedShares::said));
    }
}
