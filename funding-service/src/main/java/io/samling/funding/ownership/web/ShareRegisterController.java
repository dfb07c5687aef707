package io.samling.funding.ownership.web;

import io.samling.funding.ownership.HolderId;
import io.samling.funding.ownership.ShareRegisterCommand.EnterHolder;
import io.samling.funding.ownership.ShareRegisterCommand.OpenRegister;
import io.samling.funding.ownership.ShareRegisterId;
import io.samling.kernel.Organisationsnummer;
import io.samling.webedge.Parse;
import io.samling.webedge.Writes;
import io.samling.webedge.Written;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/share-registers/{id}")
class ShareRegisterController {

    /** An organisation number that is left out is unknown. */
    record Opening(
            @NotBlank @Size(max = 200) String company,
            @Nullable String organisationsnummer,
            @Nullable Boolean demo) {

        OpenRegister asked(ShareRegisterId id) {
            return new OpenRegister(
                    id, company, numberOf(organisationsnummer), Boolean.TRUE.equals(demo));
        }
    }

    /** An organisation number that is left out is unknown. */
    record HolderRequest(
            @NotBlank @Size(max = 200) String name, @Nullable String organisationsnummer) {}

    private final Writes writes;

    ShareRegisterController(Writes writes) {
        this.writes = writes;
    }

    @PutMapping
    ResponseEntity<Written> open(@PathVariable UUID id, @Valid @RequestBody Opening body) {
        return writes.created(address(id), body.asked(new ShareRegisterId(id)));
    }

    @PutMapping("/holders/{holderId}")
    ResponseEntity<Written> enter(
            @PathVariable UUID id,
            @PathVariable UUID holderId,
            @Valid @RequestBody HolderRequest body) {
        var command =
                new EnterHolder(
                        new ShareRegisterId(id),
                        new HolderId(holderId),
                        body.name(),
                        numberOf(body.organisationsnummer()));
        return writes.created(address(id), command);
    }

    @PutMapping("/entries/{entryId}")
    ResponseEntity<Written> enter(
            @PathVariable UUID id,
            @PathVariable UUID entryId,
            @Valid @RequestBody EntryRequest body) {
        return writes.created(address(id), body.asked(new ShareRegisterId(id), entryId));
    }

    private static URI address(UUID id) {
        return URI.create("/api/share-registers/" + id);
    }

    private static @Nullable Organisationsnummer numberOf(@Nullable String text) {
        return Parse.optional("organisationsnummer", text, Organisationsnummer::of);
    }
}
