package io.samling.eventstore.config;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.samling.kernel.Claiming;
import io.samling.kernel.Refusal;
import io.samling.kernel.StoredAs;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** An aggregate to try the store with: a club with a number of its own, and its visits. */
@Aggregate
@SuppressWarnings("NullAway.Init") // Axon fills an instance by replaying its events
class Club {

    sealed interface ClubEvent {

        @StoredAs("club.founded")
        record Founded(String club, String number) implements ClubEvent, Claiming {
            @Override
            public List<Claim> claims() {
                return List.of(Claim.take("number", number));
            }
        }

        @StoredAs("club.visited")
        record Visited(String club, String visitor) implements ClubEvent {}
    }

    record Found(@TargetAggregateIdentifier String club, String number) {}

    record Visit(@TargetAggregateIdentifier String club, String visitor) {}

    /** Changes nothing. */
    record Look(@TargetAggregateIdentifier String club) {}

    static final class ClubRefused extends Refusal {
        ClubRefused(String code) {
            super(Kind.CONFLICT, code, "The club says no.");
        }
    }

    @AggregateIdentifier private String id;
    private @Nullable String number;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(Found command) {
        if (number == null) {
            apply(new ClubEvent.Founded(command.club(), command.number()));
        } else if (!number.equals(command.number())) {
            throw new ClubRefused("founded-otherwise");
        }
    }

    @CommandHandler
    void handle(Visit command) throws Exception {
        if (command.visitor().equals("nobody")) {
            throw new ClubRefused("nobody-came");
        }
        apply(new ClubEvent.Visited(id, command.visitor()));
        if (command.visitor().equals("a checked exception")) {
            throw new Exception("after the event was applied");
        }
    }

    @CommandHandler
    void handle(Look command) {}

    @EventSourcingHandler
    void evolve(ClubEvent event) {
        switch (event) {
            case ClubEvent.Founded e -> {
                id = e.club();
                number = e.number();
            }
            case ClubEvent.Visited _ -> {}
        }
    }

    Club() {}
}
