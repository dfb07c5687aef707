package io.samling.member.membership.web;

import io.samling.kernel.Municipality;
import io.samling.kernel.Organisationsnummer;
import io.samling.member.membership.CountingDay;
import io.samling.member.membership.LeavingReason;
import io.samling.member.membership.MemberId;
import io.samling.member.membership.MembershipCommand.Annul;
import io.samling.member.membership.MembershipCommand.ComeBack;
import io.samling.member.membership.MembershipCommand.Join;
import io.samling.member.membership.MembershipCommand.Leave;
import io.samling.member.membership.MembershipCommand.Merge;
import io.samling.member.membership.OrganisationKind;
import io.samling.member.membership.OrganisationName;
import io.samling.webedge.Parse;
import io.samling.webedge.Writes;
import io.samling.webedge.Written;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
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
@RequestMapping("/api/members/{id}")
class MembershipController {

    record Joining(
            @NotBlank String organisationsnummer,
            @NotBlank String name,
            @NotNull OrganisationKind kind,
            @NotBlank String municipality,
            @NotNull LocalDate firstDay,
            @Nullable Boolean demo) {

        Join by(MemberId member) {
            return new Join(
                    member,
                    Parse.field(
                            "organisationsnummer", organisationsnummer, Organisationsnummer::of),
                    Parse.field("name", name, OrganisationName::new),
                    kind,
                    Parse.field("municipality", municipality, Municipality::of),
                    Parse.field("firstDay", firstDay, CountingDay::of),
                    Boolean.TRUE.equals(demo));
        }
    }

    record Departure(@NotNull LocalDate lastDay, @NotNull LeavingReason reason) {

        Leave of(MemberId member) {
            return new Leave(member, Parse.field("lastDay", lastDay, CountingDay::of), reason);
        }
    }

    /** The day is the first on which the member no longer counts. */
    record Merger(@NotNull LocalDate day, @NotNull UUID into) {

        Merge of(MemberId member) {
            return new Merge(member, Parse.field("day", day, CountingDay::of), new MemberId(into));
        }
    }

    /** What is left out is as it was. */
    record Return(
            @NotNull LocalDate firstDay,
            @Nullable String name,
            @Nullable OrganisationKind kind,
            @Nullable String municipality) {

        ComeBack of(MemberId member) {
            return new ComeBack(
                    member,
                    Parse.field("firstDay", firstDay, CountingDay::of),
                    Parse.optional("name", name, OrganisationName::new),
                    kind,
                    Parse.optional("municipality", municipality, Municipality::of));
        }
    }

    /** Without a period, the newest one there ever was. */
    record Annulment(@Nullable Integer period) {}

    private final Writes writes;

    MembershipController(Writes writes) {
        this.writes = writes;
    }

    @PutMapping
    ResponseEntity<Written> join(@PathVariable UUID id, @Valid @RequestBody Joining body) {
        return writes.created(URI.create("/api/members/" + id), body.by(new MemberId(id)));
    }

    @PostMapping("/departure")
    ResponseEntity<Written> leave(@PathVariable UUID id, @Valid @RequestBody Departure body) {
        return writes.done(body.of(new MemberId(id)));
    }

    @PostMapping("/merger")
    ResponseEntity<Written> merge(@PathVariable UUID id, @Valid @RequestBody Merger body) {
        return writes.done(body.of(new MemberId(id)));
    }

    @PostMapping("/return")
    ResponseEntity<Written> comeBack(@PathVariable UUID id, @Valid @RequestBody Return body) {
        return writes.done(body.of(new MemberId(id)));
    }

    @PostMapping("/annulment")
    ResponseEntity<Written> annul(@PathVariable UUID id, @Valid @RequestBody Annulment body) {
        return writes.done(new Annul(new MemberId(id), body.period()));
    }
}
