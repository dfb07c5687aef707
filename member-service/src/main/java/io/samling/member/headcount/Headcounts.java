package io.samling.member.headcount;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.samling.member.headcount.HeadcountCommand.CorrectHeadcount;
import io.samling.member.headcount.HeadcountCommand.Correction;
import io.samling.member.headcount.HeadcountCommand.ReportHeadcount;
import io.samling.member.headcount.HeadcountEvent.Counted;
import io.samling.member.headcount.HeadcountEvent.HeadcountCorrected;
import io.samling.member.headcount.HeadcountEvent.HeadcountReported;
import io.samling.member.membership.MemberId;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/** The readings of one member, each as it was reported and as it is known now. */
@Aggregate
@SuppressWarnings("NullAway.Init") // Axon fills an instance by replaying its events
class Headcounts {

    @AggregateIdentifier private HeadcountsId id;

    private Map<String, Counted> current = new HashMap<>();

    /** As they were first reported, those that were corrected since. */
    private Map<String, Counted> corrected = new HashMap<>();

    Headcounts() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ReportHeadcount command, Members members) {
        var reading = command.id().text();
        var asked = Counted.of(command.reading());
        var reported = corrected.getOrDefault(reading, current.get(reading));
        if (asked.equals(reported)) {
            return;
        }
        if (reported != null) {
            throw HeadcountRefused.reportedOtherwise(command.id());
        }
        var member = command.headcountsId().member();
        if (!members.exist(member)) {
            throw HeadcountRefused.memberUnknown(member);
        }
        apply(new HeadcountReported(member.text(), reading, asked));
    }

    /** Of a member without any reading it says no as of one without this reading. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(CorrectHeadcount command) {
        var reading = command.id().text();
        var before = current.get(reading);
        if (before == null) {
            throw HeadcountRefused.readingUnknown(command.id());
        }
        var after = Counted.of(corrected(before.reading(), command.correction()));
        if (!after.equals(before)) {
            apply(new HeadcountCorrected(id.member().text(), reading, before, after));
        }
    }

    @EventSourcingHandler
    void evolve(HeadcountEvent event) {
        switch (event) {
            case HeadcountReported e -> {
                id = new HeadcountsId(MemberId.of(e.memberId()));
                current.put(e.readingId(), e.reading());
            }
            case HeadcountCorrected e -> {
                corrected.putIfAbsent(e.readingId(), e.before());
                current.put(e.readingId(), e.after());
            }
        }
    }

    private static Reading corrected(Reading before, Correction correction) {
        try {
            return correction.of(before);
        } catch (IllegalArgumentException outOfRange) {
            throw HeadcountRefused.valueOutOfRange(outOfRange.getMessage() + ".");
        }
    }
}
