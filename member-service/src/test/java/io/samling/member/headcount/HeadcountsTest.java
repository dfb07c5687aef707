package io.samling.member.headcount;

import static io.samling.member.Remembered.CORRECTED;
import static io.samling.member.Remembered.LAST_DAY_OF_2017;
import static io.samling.member.Remembered.REPORTED;
import static io.samling.testing.RefusalWith.refusal;

import io.samling.member.Remembered;
import io.samling.member.headcount.HeadcountCommand.CorrectHeadcount;
import io.samling.member.headcount.HeadcountCommand.Correction;
import io.samling.member.headcount.HeadcountCommand.ReportHeadcount;
import io.samling.member.headcount.HeadcountEvent.HeadcountReported;
import io.samling.member.membership.MemberId;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HeadcountsTest {

    static final MemberId ACME = MemberId.of(Remembered.ACME);
    static final HeadcountsId AT_ACME = new HeadcountsId(ACME);
    static final ReadingId READING = new ReadingId(UUID.fromString(Remembered.READING));
    static final ReadingId OTHER_READING =
            new ReadingId(UUID.fromString("00000000-0000-4000-8000-000000000c02"));
    static final Reading FORTY = REPORTED.reading().reading();
    static final Correction TO_FTE =
            new Correction(Measure.FTE, null, null, 3850, Source.ANNUAL_REPORT);

    final AggregateTestFixture<Headcounts> headcounts =
            new AggregateTestFixture<>(Headcounts.class);

    @BeforeEach
    void one_member_is_known() {
        headcounts.registerInjectableResource((Members) ACME::equals);
    }

    @Test
    void a_reading_is_reported_with_measure_scope_day_and_source() {
        headcounts.givenNoPriorActivity().when(report(READING, FORTY)).expectEvents(REPORTED);
    }

    @Test
    void a_reading_at_a_stranger_is_refused() {
        var stranger = new HeadcountsId(MemberId.of(Remembered.BOLT));

        refused(
                headcounts
                        .givenNoPriorActivity()
                        .when(new ReportHeadcount(stranger, READING, FORTY)),
                "unknown-member");
    }

    @Test
    void the_same_report_changes_nothing() {
        unchanged(headcounts.given(REPORTED).when(report(READING, FORTY)));
    }

    @Test
    void the_same_report_changes_nothing_even_after_a_correction() {
        unchanged(headcounts.given(REPORTED, CORRECTED).when(report(READING, FORTY)));
    }

    @Test
    void another_report_under_the_same_id_is_refused() {
        refused(
                headcounts.given(REPORTED).when(report(READING, persons(41))),
                "reading-exists-with-other-data");
    }

    @Test
    void two_readings_of_one_day_are_both_kept() {
        headcounts
                .given(REPORTED)
                .when(report(OTHER_READING, FORTY))
                .expectEvents(
                        new HeadcountReported(
                                ACME.text(), OTHER_READING.text(), REPORTED.reading()));
    }

    @Test
    void a_correction_keeps_what_it_does_not_say_and_both_readings() {
        headcounts.given(REPORTED).when(correct(READING, TO_FTE)).expectEvents(CORRECTED);
    }

    @Test
    void the_same_correction_changes_nothing() {
        unchanged(headcounts.given(REPORTED, CORRECTED).when(correct(READING, TO_FTE)));
    }

    @Test
    void what_was_never_reported_cannot_be_corrected() {
        refused(headcounts.given(REPORTED).when(correct(OTHER_READING, TO_FTE)), "unknown-reading");
        refused(
                headcounts.givenNoPriorActivity().when(correct(READING, TO_FTE)),
                "unknown-reading");
    }

    @Test
    void a_correction_cannot_say_what_no_reading_could() {
        var tooMany = new Correction(null, null, null, 10_000_000, Source.MEMBER);

        refused(headcounts.given(REPORTED).when(correct(READING, tooMany)), "value-out-of-range");
    }

    static ReportHeadcount report(ReadingId id, Reading reading) {
        return new ReportHeadcount(AT_ACME, id, reading);
    }

    static CorrectHeadcount correct(ReadingId id, Correction correction) {
        return new CorrectHeadcount(AT_ACME, id, correction);
    }

    static Reading persons(long value) {
        return new Reading(Measure.HEADCOUNT, Scope.SITE, LAST_DAY_OF_2017, value, Source.MEMBER);
    }

    static void refused(ResultValidator<Headcounts> result, String code) {
        result.expectNoEvents().expectException(refusal(code));
    }

    static void unchanged(ResultValidator<Headcounts> result) {
        result.expectSuccessfulHandlerExecution().expectNoEvents();
    }
}
