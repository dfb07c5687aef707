package io.samling.funding.financing.web;

import io.samling.funding.financing.GrantCommand.DecideGrant;
import io.samling.funding.financing.GrantCommand.WithdrawGrant;
import io.samling.funding.financing.GrantId;
import io.samling.funding.financing.Meaning;
import io.samling.funding.financing.Terms;
import io.samling.funding.projects.ProjectId;
import io.samling.kernel.PartialDate;
import io.samling.webedge.Parse;
import io.samling.webedge.Writes;
import io.samling.webedge.Written;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
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
@RequestMapping("/api/grants/{id}")
class GrantController {

    /** What is left out is unknown. */
    record DecisionRequest(
            @NotNull UUID projectId,
            @NotNull @Size(max = 100) List<@NotNull @Valid FunderRequest> funders,
            @Nullable String decidedOn,
            @Nullable @Valid MoneyRequest amount,
            @NotNull Meaning meaning,
            @Nullable @Pattern(regexp = "(?s).*\\S.*") @Size(max = 500) String source) {

        DecideGrant asked(GrantId id) {
            var terms =
                    new Terms(
                            funders.stream().map(FunderRequest::funder).toList(),
                            Parse.optional("decidedOn", decidedOn, PartialDate::of),
                            MoneyRequest.of("amount", amount),
                            meaning);
            return new DecideGrant(id, new ProjectId(projectId), terms, source);
        }
    }

    record Withdrawal(@NotNull String withdrawnOn) {}

    private final Writes writes;

    GrantController(Writes writes) {
        this.writes = writes;
    }

    @PutMapping
    ResponseEntity<Written> decide(
            @PathVariable UUID id, @Valid @RequestBody DecisionRequest body) {
        return writes.created(URI.create("/api/grants/" + id), body.asked(new GrantId(id)));
    }

    @PostMapping("/change")
    ResponseEntity<Written> change(@PathVariable UUID id, @Valid @RequestBody ChangeRequest body) {
        return writes.done(body.asked(new GrantId(id)));
    }

    @PostMapping("/withdrawal")
    ResponseEntity<Written> withdraw(@PathVariable UUID id, @Valid @RequestBody Withdrawal body) {
        var day = Parse.field("withdrawnOn", body.withdrawnOn(), PartialDate::of);
        return writes.done(new WithdrawGrant(new GrantId(id), day));
    }
}
