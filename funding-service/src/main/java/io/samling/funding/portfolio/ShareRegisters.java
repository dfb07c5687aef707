package io.samling.funding.portfolio;

import io.samling.eventstore.AtPosition;
import io.samling.eventstore.view.Changes;
import io.samling.eventstore.view.View;
import io.samling.funding.ownership.Holding;
import io.samling.funding.ownership.Holdings;
import io.samling.funding.ownership.ShareNumbers;
import io.samling.funding.ownership.ShareRegisterEvent;
import io.samling.funding.ownership.ShareRegisterEvent.HolderEntered;
import io.samling.funding.ownership.ShareRegisterEvent.RegisterOpened;
import io.samling.funding.ownership.ShareRegisterEvent.SharesIssued;
import io.samling.funding.ownership.ShareRegisterEvent.SharesRedeemed;
import io.samling.funding.ownership.ShareRegisterEvent.SharesTransferred;
import java.util.List;
import java.util.Locale;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Share registers with their entries. Rebuilt from the log whenever we like. */
@Component
@ProcessingGroup(Portfolio.GROUP)
public class ShareRegisters {

    private final View view;

    ShareRegisters(View view) {
        this.view = view;
    }

    /** One register, or null. */
    public @Nullable RegisterRow register(String id) {
        return view.ask(rows -> rows.find(PortfolioRows.REGISTERS, id));
    }

    /** Up to so many registers by company, after a place that {@link #orderOf} gave. */
    public List<RegisterRow> registers(@Nullable String after, int limit) {
        return PortfolioRows.page(view, PortfolioRows.REGISTERS, after, limit);
    }

    /** All entries of a register, in the order in which they were made. */
    public List<EntryRow> entriesOf(String registerId) {
        return view.ask(rows -> PortfolioRows.group(rows, PortfolioRows.ENTRIES, registerId));
    }

    /** Who holds which shares after these entries. */
    public static List<Holding> holdingsAfter(List<EntryRow> entries) {
        var holdings = new Holdings();
        for (var entry : entries) {
            var shares = new ShareNumbers(entry.first(), entry.last());
            if (entry.to() != null && entry.shareClass() != null) {
                holdings.issue(shares, entry.to(), entry.shareClass(), entry.day());
            } else {
                holdings.pass(shares, entry.to(), entry.day());
            }
        }
        return holdings.all();
    }

    /** The place of a register in the list of all. */
    public static String orderOf(RegisterRow register) {
        return register.company().toLowerCase(Locale.ROOT) + " " + register.id();
    }

    @EventHandler
    void on(
            ShareRegisterEvent event,
            @AtPosition long position,
            @SequenceNumber long version,
            Changes changes) {
        var id = event.registerId();
        switch (event) {
            case RegisterOpened e -> changes.put(PortfolioRows.REGISTERS, id, rowOf(e, version));
            case HolderEntered e ->
                    changes.change(
                            PortfolioRows.REGISTERS, id, row -> row.with(holderIn(e), version));
            case SharesIssued e -> enter(EntryRow.of(e), position, version, changes);
            case SharesTransferred e -> enter(EntryRow.of(e), position, version, changes);
            case SharesRedeemed e -> enter(EntryRow.of(e), position, version, changes);
        }
    }

    private static void enter(EntryRow entry, long position, long version, Changes changes) {
        var id = "%s/%020d".formatted(entry.registerId(), position);
        changes.put(PortfolioRows.ENTRIES, id, entry);
        changes.change(PortfolioRows.REGISTERS, entry.registerId(), row -> row.at(version));
    }

    private static RegisterRow rowOf(RegisterOpened e, long version) {
        return new RegisterRow(
                e.registerId(), e.company(), e.organisationsnummer(), e.demo(), List.of(), version);
    }

    private static RegisterRow.Holder holderIn(HolderEntered e) {
        return new RegisterRow.Holder(e.holderId(), e.name(), e.organisationsnummer());
    }
}
