package io.samling.funding.portfolio;

import com.mongodb.client.MongoDatabase;
import io.samling.eventstore.AtPosition;
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
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Share registers with their entries. Rebuilt from the log whenever we like. */
@Component
@ProcessingGroup(Portfolio.GROUP)
public class ShareRegisters {

    private final Rows<RegisterRow> registers;
    private final Rows<EntryRow> entries;
    private final Reached reached;

    ShareRegisters(MongoDatabase database, Reached reached) {
        this.registers = new Rows<>(database, "view_share_registers", RegisterRow.class);
        this.entries = new Rows<>(database, "view_share_entries", EntryRow.class);
        this.reached = reached;
    }

    /** One register, or null. */
    public @Nullable RegisterRow register(String id) {
        return registers.find(id);
    }

    /** Up to so many registers by company, after a place that {@link #orderOf} gave. */
    public List<RegisterRow> registers(@Nullable String after, int limit) {
        return registers.page(after, limit);
    }

    /** All entries of a register, in the order in which they were made. */
    public List<EntryRow> entriesOf(String registerId) {
        return entries.group(registerId);
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
    void on(ShareRegisterEvent event, @AtPosition long position, @SequenceNumber long version) {
        switch (event) {
            case RegisterOpened e -> {
                var row = rowOf(e, version);
                registers.put(row.id(), row.company(), orderOf(row), position, row);
            }
            case HolderEntered e ->
                    registers.change(
                            e.registerId(), position, row -> row.with(holderIn(e), version));
            case SharesIssued e -> enter(EntryRow.of(e), position, version);
            case SharesTransferred e -> enter(EntryRow.of(e), position, version);
            case SharesRedeemed e -> enter(EntryRow.of(e), position, version);
        }
        reached.at(position);
    }

    @ResetHandler
    void forgetEverything() {
        registers.forgetEverything();
        entries.forgetEverything();
    }

    /**
     * The entry first: a crash in between makes it again, and nobody sees the version before it.
     */
    private void enter(EntryRow entry, long position, long version) {
        var place = "%020d".formatted(position);
        var id = entry.registerId() + "/" + place;
        entries.put(id, entry.registerId(), place, position, entry);
        registers.change(entry.registerId(), position, row -> row.at(version));
    }

    private static RegisterRow rowOf(RegisterOpened e, long version) {
        return new RegisterRow(
                e.registerId(), e.company(), e.organisationsnummer(), e.demo(), List.of(), version);
    }

    private static RegisterRow.Holder holderIn(HolderEntered e) {
        return new RegisterRow.Holder(e.holderId(), e.name(), e.organisationsnummer());
    }
}
