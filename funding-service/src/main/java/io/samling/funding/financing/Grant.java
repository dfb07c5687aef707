package io.samling.funding.financing;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.samling.funding.financing.GrantCommand.ChangeGrant;
import io.samling.funding.financing.GrantCommand.DecideGrant;
import io.samling.funding.financing.GrantCommand.WithdrawGrant;
import io.samling.funding.financing.GrantEvent.Decision;
import io.samling.funding.financing.GrantEvent.GrantChanged;
import io.samling.funding.financing.GrantEvent.GrantDecided;
import io.samling.funding.financing.GrantEvent.GrantWithdrawn;
import io.samling.kernel.PartialDate;
import java.time.LocalDate;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** A grant from its decision through its changes until it is withdrawn. */
@Aggregate
@SuppressWarnings("NullAway.Init") // Axon fills an instance by replaying its events
class Grant {

    @AggregateIdentifier private GrantId id;

    private @Nullable GrantDecided decided;
    private String projectId;
    private Decision current;
    private @Nullable PartialDate changedOn;
    private @Nullable PartialDate withdrawnOn;

    Grant() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(DecideGrant command, KnownProjects projects) {
        var asked = decisionAskedBy(command);
        if (asked.equals(decided)) {
            return;
        }
        if (decided != null) {
            throw GrantRefused.decidedOtherwise();
        }
        command.terms().check();
        if (!projects.exists(command.projectId())) {
            throw GrantRefused.projectUnknown(command.projectId());
        }
        apply(asked);
    }

    @CommandHandler
    void handle(ChangeGrant command) {
        if (withdrawnOn != null) {
            throw GrantRefused.withdrawn(withdrawnOn);
        }
        var before = Decisions.termsOf(current);
        var after = before.with(command.revisions());
        if (after.equals(before)) {
            return;
        }
        after.check();
        var from = command.changedOn().firstDay();
        refuseBefore(from, command.changedOn(), before);
        refuseBefore(from, command.changedOn(), after);
        apply(
                new GrantChanged(
                        id.value().toString(),
                        projectId,
                        current,
                        Decisions.remembered(after),
                        command.changedOn().text()));
    }

    @CommandHandler
    void handle(WithdrawGrant command) {
        if (command.withdrawnOn().equals(withdrawnOn)) {
            return;
        }
        if (withdrawnOn != null) {
            throw GrantRefused.withdrawn(withdrawnOn);
        }
        var date = command.withdrawnOn();
        refuseBefore(date.lastDay(), date, Decisions.termsOf(current));
        apply(
                new GrantWithdrawn(
                        id.value().toString(), projectId, current, command.withdrawnOn().text()));
    }

    @EventSourcingHandler
    void evolve(GrantEvent event) {
        switch (event) {
            case GrantDecided e -> {
                id = new GrantId(UUID.fromString(e.grantId()));
                decided = e;
                projectId = e.projectId();
                current = e.decision();
            }
            case GrantChanged e -> {
                current = e.after();
                changedOn = PartialDate.of(e.changedOn());
            }
            case GrantWithdrawn e -> withdrawnOn = PartialDate.of(e.withdrawnOn());
        }
    }

    /** Refuses a day, which is what a date as precise as it is known comes to. */
    private void refuseBefore(LocalDate day, PartialDate date, Terms terms) {
        if (terms.areDecidedAfter(day)) {
            throw GrantRefused.beforeTheDecision(day, date);
        }
        if (changedOn != null && day.isBefore(changedOn.firstDay())) {
            throw GrantRefused.beforeTheLatestChange(day, changedOn);
        }
    }

    private static GrantDecided decisionAskedBy(DecideGrant command) {
        return new GrantDecided(
                command.grantId().value().toString(),
                command.projectId().value().toString(),
                Decisions.remembered(command.terms()),
                command.source());
    }
}
