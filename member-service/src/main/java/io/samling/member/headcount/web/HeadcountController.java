package io.samling.member.headcount.web;

import io.samling.member.headcount.HeadcountCommand.CorrectHeadcount;
import io.samling.member.headcount.HeadcountCommand.Correction;
import io.samling.member.headcount.HeadcountCommand.ReportHeadcount;
import io.samling.member.headcount.HeadcountsId;
import io.samling.member.headcount.Measure;
import io.samling.member.headcount.Reading;
import io.samling.member.headcount.ReadingId;
import io.samling.member.headcount.Scope;
import io.samling.member.headcount.Source;
import io.samling.member.membership.CountingDay;
import io.samling.member.membership.MemberId;
import io.samling.webedge.Parse;
import io.samling.webedge.Writes;
import io.samling.webedge.Written;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/members/{id}/headcounts/{readingId}")
class HeadcountController {

    /** The value is in persons for a headcount, in hundredths for the other measures. */
    record Report(
            @NotNull Measure measure,
            @NotNull Scope scope,
            @NotNull LocalDate asOf,
            @NotNull Long value,
            @NotNull Source source) {

        Reading reading() {
            var day = Parse.field("asOf", asOf, CountingDay::of);
            return Parse.field(
                    "value", value, count -> new Reading(measure, scope, day, count, source));
        }
    }

    /** What is left out stays; the value and who says so now are always said. */
    record Corrected(
            @Nullable Measure measure,
            @Nullable Scope scope,
            @Nullable LocalDate asOf,
            @NotNull Long value,
            @NotNull Source source) {

        Correction correction() {
            var day = Parse.optional("asOf", asOf, CountingDay::of);
            return new Correction(measure, scope, day, value, source);
        }
    }

    private final Writes writes;

    HeadcountController(Writes writes) {
        this.writes = writes;
    }

    @PutMapping
    ResponseEntity<Written> report(
            @PathVariable UUID id, @PathVariable UUID readingId, @Valid @RequestBody Report body) {
        return writes.created(
                URI.create("/api/members/" + id),
                new ReportHeadcount(headcounts(id), new ReadingId(readingId), body.reading()));
    }

    @PostMapping("/correction")
    ResponseEntity<Written> correct(
            @PathVariable UUID id,
            @PathVariable UUID readingId,
            @Valid @RequestBody Corrected body) {
        return writes.done(
                new CorrectHeadcount(headcounts(id), new ReadingId(readingId), body.correction()));
    }

    private static HeadcountsId headcounts(UUID id) {
        return new HeadcountsId(new MemberId(id));
    }
}
