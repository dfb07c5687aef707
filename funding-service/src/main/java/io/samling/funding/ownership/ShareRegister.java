package io.samling.funding.ownership;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.samling.funding.ownership.ShareRegisterCommand.EnterHolder;
import io.samling.funding.ownership.ShareRegisterCommand.IssueShares;
import io.samling.funding.ownership.ShareRegisterCommand.OpenRegister;
import io.samling.funding.ownership.ShareRegisterCommand.RedeemShares;
import io.samling.funding.ownership.ShareRegisterCommand.TransferShares;
import io.samling.funding.ownership.ShareRegisterEvent.HolderEntered;
import io.samling.funding.ownership.ShareRegisterEvent.RegisterOpened;
import io.samling.funding.ownership.ShareRegisterEvent.SharesIssued;
import io.samling.funding.ownership.ShareRegisterEvent.SharesRedeemed;
import io.samling.funding.ownership.ShareRegisterEvent.SharesTransferred;
import io.samling.kernel.Organisationsnummer;
import io.samling.kernel.PartialDate;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** A company's share register (aktiebok): its holders, its entries, and who holds which shares. */
@Aggregate
@SuppressWarnings("NullAway.Init") // Axon fills an instance by replaying its events
class ShareRegister {

    private static final long MOST_SHARES = 1_000_000_000_000L;
    private static final int MOST_VOTES = 10;

    @AggregateIdentifier private ShareRegisterId id;

    private @Nullable RegisterOpened opened;

    // none of these is final, since a snapshot fills them
    private Map<String, HolderEntered> holders = new HashMap<>();
    private Map<String, Integer> votesByClass = new HashMap<>();
    private Map<String, String> entries = new HashMap<>();
    private Holdings holdings = new Holdings();

    ShareRegister() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(OpenRegister command) {
        var asked =
                new RegisterOpened(
                        command.registerId().value().toString(),
                        command.company().strip(),
                        digitsOf(command.organisationsnummer()),
                        command.demo());
        if (asked.equals(opened)) {
            return;
        }
        if (opened != null) {
            throw OwnershipRefused.openedOtherwise();
        }
        apply(asked);
    }

    @CommandHandler
    void handle(EnterHolder command) {
        var asked =
                new HolderEntered(
                        register(),
                        command.holderId().text(),
                        command.name().strip(),
                        digitsOf(command.organisationsnummer()));
        var entered = holders.get(asked.holderId());
        if (asked.equals(entered)) {
            return;
        }
        if (entered != null) {
            throw OwnershipRefused.holderEnteredOtherwise();
        }
        if (isEntered(asked.organisationsnummer())) {
            throw OwnershipRefused.sameOrganisation();
        }
        apply(asked);
    }

    @CommandHandler
    void handle(IssueShares command) {
        int votes = votesOf(command);
        var asked = Entry.of(command, votes);
        if (isRepeated(command.entryId(), asked)) {
            return;
        }
        refuseStranger(command.holder());
        if (command.count() < 1 || command.count() > MOST_SHARES - holdings.highest()) {
            throw OwnershipRefused.tooFewOrMany(MOST_SHARES);
        }
        if (votes < 1 || votes > MOST_VOTES) {
            throw OwnershipRefused.votesImpossible();
        }
        int votesOfClass = votesByClass.getOrDefault(command.shareClass().name(), votes);
        if (votes != votesOfClass) {
            throw OwnershipRefused.votesDiffer(command.shareClass(), votesOfClass);
        }
        apply(
                new SharesIssued(
                        register(),
                        command.entryId().toString(),
                        holdings.highest() + 1,
                        holdings.highest() + command.count(),
                        command.holder().text(),
                        command.shareClass().name(),
                        votes,
                        command.day().text()));
    }

    @CommandHandler
    void handle(TransferShares command) {
        if (isRepeated(command.entryId(), Entry.of(command))) {
            return;
        }
        refuseStranger(command.from());
        refuseStranger(command.to());
        if (command.from().equals(command.to())) {
            throw OwnershipRefused.toItself();
        }
        refuseUnlessHeld(command.shares(), command.from(), command.day().firstDay());
        apply(
                new SharesTransferred(
                        register(),
                        command.entryId().toString(),
                        command.shares().first(),
                        command.shares().last(),
                        command.from().text(),
                        command.to().text(),
                        command.day().text()));
    }

    @CommandHandler
    void handle(RedeemShares command) {
        if (isRepeated(command.entryId(), Entry.of(command))) {
            return;
        }
        refuseStranger(command.holder());
        refuseUnlessHeld(command.shares(), command.holder(), command.day().lastDay());
        apply(
                new SharesRedeemed(
                        register(),
                        command.entryId().toString(),
                        command.shares().first(),
                        command.shares().last(),
                        command.holder().text(),
                        command.day().text()));
    }

    @EventSourcingHandler
    void evolve(ShareRegisterEvent event) {
        holdings.evolve(event);
        switch (event) {
            case RegisterOpened e -> {
                id = new ShareRegisterId(UUID.fromString(e.registerId()));
                opened = e;
            }
            case HolderEntered e -> holders.put(e.holderId(), e);
            case SharesIssued e -> {
                votesByClass.put(e.shareClass(), e.votesPerShare());
                entries.put(e.entryId(), Entry.of(e));
            }
            case SharesTransferred e -> entries.put(e.entryId(), Entry.of(e));
            case SharesRedeemed e -> entries.put(e.entryId(), Entry.of(e));
        }
    }

    private String register() {
        return id.value().toString();
    }

    private int votesOf(IssueShares command) {
        var votes = command.votesPerShare();
        return votes != null ? votes : votesByClass.getOrDefault(command.shareClass().name(), 1);
    }

    private boolean isEntered(@Nullable String organisationsnummer) {
        return organisationsnummer != null
                && holders.values().stream()
                        .anyMatch(it -> organisationsnummer.equals(it.organisationsnummer()));
    }

    private boolean isRepeated(UUID entryId, String asked) {
        var entered = entries.get(entryId.toString());
        if (entered != null && !entered.equals(asked)) {
            throw OwnershipRefused.enteredOtherwise();
        }
        return entered != null;
    }

    private void refuseStranger(HolderId holder) {
        if (!holders.containsKey(holder.text())) {
            throw OwnershipRefused.holderUnknown(holder);
        }
    }

    private void refuseUnlessHeld(ShareNumbers shares, HolderId holder, LocalDate day) {
        if (shares.last() > holdings.highest()) {
            throw OwnershipRefused.notIssued(holdings.highest());
        }
        for (var holding : holdings.touching(shares)) {
            if (!holder.text().equals(holding.holderId())) {
                throw OwnershipRefused.notHeld(holding.shares());
            }
            var since = PartialDate.of(holding.since());
            if (day.isBefore(since.firstDay())) {
                throw OwnershipRefused.notYetHeld(holding.shares(), since);
            }
        }
    }

    private static @Nullable String digitsOf(@Nullable Organisationsnummer number) {
        return number == null ? null : number.digits();
    }
}
