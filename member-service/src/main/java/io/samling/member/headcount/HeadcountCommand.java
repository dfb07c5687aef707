package io.samling.member.headcount;

import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What can be asked of a member's headcounts. */
public sealed interface HeadcountCommand {

    /** Registers a reading. */
    record ReportHeadcount(
            @TargetAggregateIdentifier HeadcountsId headcountsId, ReadingId id, Reading reading)
            implements HeadcountCommand {}

    /** Replaces what was wrong in a reading; what is not said stays. */
    record CorrectHeadcount(
            @TargetAggregateIdentifier HeadcountsId headcountsId,
            ReadingId id,
            Correction correction)
            implements HeadcountCommand {}

    /**
     * What a reading should have said.
     *
     * @param source who says so now
     */
    record Correction(
            @Nullable Measure measure,
            @Nullable Scope scope,
            @Nullable LocalDate asOf,
            long value,
            Source source) {

        /** The reading with this instead of what it said before. */
        Reading of(Reading before) {
            return new Reading(
                    measure == null ? before.measure() : measure,
                    scope == null ? before.scope() : scope,
                    asOf == null ? before.asOf() : asOf,
                    value,
                    source);
        }
    }
}
