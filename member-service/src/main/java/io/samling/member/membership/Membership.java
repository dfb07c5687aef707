package io.samling.member.membership;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.samling.member.membership.MembershipCommand.Annul;
import io.samling.member.membership.MembershipCommand.ComeBack;
import io.samling.member.membership.MembershipCommand.Join;
import io.samling.member.membership.MembershipCommand.Leave;
import io.samling.member.membership.MembershipCommand.Merge;
import io.samling.member.membership.MembershipEvent.MemberJoined;
import io.samling.member.membership.MembershipEvent.MemberLeft;
import io.samling.member.membership.MembershipEvent.MemberMerged;
import io.samling.member.membership.MembershipEvent.MemberReturned;
import io.samling.member.membership.MembershipEvent.PeriodAnnulled;
import io.samling.member.membership.Period.Ending;
import java.time.LocalDate;
import java.util.TreeMap;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** An organisation's membership through all its periods, which never overlap. */
@Aggregate
@SuppressWarnings("NullAway.Init") // Axon fills an instance by replaying its events
class Membership {

    static final String MERGED = "MERGED";

    @AggregateIdentifier private MemberId member;

    private @Nullable MemberJoined joined;
    private Details details;
    private int periodsEver;

    /** Those that were not annulled, by number. */
    private TreeMap<Integer, Period> periods = new TreeMap<>();

    Membership() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(Join command) {
        var asked = Details.askedBy(command).joined(command.memberId(), command.firstDay());
        if (asked.equals(joined)) {
            return;
        }
        if (joined != null) {
            throw MembershipRefused.joinedOtherwise(member);
        }
        apply(asked);
    }

    @CommandHandler
    void handle(Leave command) {
        var reason = command.reason().name();
        var period = endOfNewest(new Ending(command.lastDay(), reason, null));
        if (period != null) {
            var firstDay = period.firstDay();
            apply(new MemberLeft(id(), period.number(), firstDay, command.lastDay(), reason));
        }
    }

    @CommandHandler
    void handle(Merge command, KnownMembers members) {
        var lastDay = command.day().minusDays(1);
        var into = command.into().text();
        if (command.into().equals(member)) {
            throw MembershipRefused.mergesIntoItself();
        }
        var period = endOfNewest(new Ending(lastDay, MERGED, into));
        if (period == null) {
            return;
        }
        if (!members.exists(command.into())) {
            throw MembershipRefused.absorberUnknown(command.into());
        }
        apply(new MemberMerged(id(), period.number(), period.firstDay(), lastDay, into));
    }

    @CommandHandler
    void handle(ComeBack command) {
        var after = details.changedBy(command);
        var newest = newest();
        if (newest != null && isThatReturn(newest, command, after)) {
            return;
        }
        if (newest != null && newest.isOpen()) {
            throw MembershipRefused.stillAMember(member, newest);
        }
        if (newest != null && newest.covers(command.firstDay())) {
            throw MembershipRefused.periodsOverlap(member, newest, command.firstDay());
        }
        apply(after.returned(member, periodsEver + 1, command.firstDay(), newest == null));
    }

    @CommandHandler
    void handle(Annul command) {
        var number = command.period() == null ? periodsEver : command.period();
        var newest = newest();
        if (number < 1 || number > periodsEver) {
            throw MembershipRefused.neverBegan(member, number);
        }
        if (newest == null || !periods.containsKey(number)) {
            return; // it was annulled before
        }
        if (newest.number() != number) {
            throw MembershipRefused.notTheNewest(number, newest);
        }
        apply(details.annulled(member, newest, periods.size() == 1));
    }

    @EventSourcingHandler
    void evolve(MembershipEvent event) {
        switch (event) {
            case MemberJoined e -> {
                member = MemberId.of(e.memberId());
                joined = e;
                details = Details.of(e);
                begins(Period.from(e.period(), e.firstDay()));
            }
            case MemberLeft e -> ends(e.period(), e.lastDay(), e.reason(), null);
            case MemberMerged e -> ends(e.period(), e.lastDay(), MERGED, e.into());
            case MemberReturned e -> {
                details = Details.of(e);
                begins(Period.from(e.period(), e.firstDay()));
            }
            case PeriodAnnulled e -> periods.remove(e.period());
        }
    }

    private void begins(Period period) {
        periods.put(period.number(), period);
        periodsEver = period.number();
    }

    private void ends(int number, LocalDate lastDay, String reason, @Nullable String into) {
        periods.computeIfPresent(number, (_, period) -> period.until(lastDay, reason, into));
    }

    /** The period that may end so; null where it has ended just so before. */
    private @Nullable Period endOfNewest(Ending ending) {
        var newest = newest();
        if (newest == null) {
            throw MembershipRefused.notAMember(member);
        }
        if (ending.equals(newest.ending())) {
            return null;
        }
        if (!newest.isOpen()) {
            throw MembershipRefused.alreadyEnded(member, newest);
        }
        if (ending.lastDay().isBefore(newest.firstDay())) {
            throw MembershipRefused.endsBeforeItBegins(newest, ending.lastDay());
        }
        return newest;
    }

    private boolean isThatReturn(Period newest, ComeBack command, Details after) {
        return newest.number() > 1
                && newest.firstDay().equals(command.firstDay())
                && after.equals(details);
    }

    private @Nullable Period newest() {
        var last = periods.lastEntry();
        return last == null ? null : last.getValue();
    }

    private String id() {
        return member.text();
    }
}
