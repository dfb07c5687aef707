package io.samling.member.headcount;

import io.samling.kernel.StoredAs;
import java.time.LocalDate;

/** What we remember of headcounts. Ours alone: {@code publishing} says what others may know. */
public sealed interface HeadcountEvent {

    /** The member's UUID. */
    String memberId();

    /** A reading was registered. */
    @StoredAs("headcount.reported")
    record HeadcountReported(String memberId, String readingId, Counted reading)
            implements HeadcountEvent {}

    /** A reading was wrong; both what it said and what it says now are kept. */
    @StoredAs("headcount.corrected")
    record HeadcountCorrected(String memberId, String readingId, Counted before, Counted after)
            implements HeadcountEvent {}

    /**
     * A reading, in plain types.
     *
     * @param value persons for {@code HEADCOUNT}, hundredths for the other measures
     */
    record Counted(String measure, String scope, LocalDate asOf, long value, String source) {

        static Counted of(Reading reading) {
            return new Counted(
                    reading.measure().name(),
                    reading.scope().name(),
                    reading.asOf(),
                    reading.value(),
                    reading.source().name());
        }

        Reading reading() {
            return new Reading(
                    Measure.valueOf(measure),
                    Scope.valueOf(scope),
                    asOf,
                    value,
                    Source.valueOf(source));
        }
    }
}
