package io.samling.member.roll.web;

import io.samling.contracts.LogPositions;
import io.samling.kernel.Municipality;
import io.samling.member.roll.Roll;
import io.samling.member.roll.RollQuery;
import io.samling.webedge.AtLeast;
import io.samling.webedge.Page;
import io.samling.webedge.Paging;
import io.samling.webedge.Parse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/members")
@EnableConfigurationProperties(RollProperties.class)
class RollController {

    private final Roll roll;
    private final RollProperties settings;

    RollController(Roll roll, RollProperties settings) {
        this.roll = roll;
        this.settings = settings;
    }

    /** What to list; without a day, whoever is or was a member. */
    record Listing(
            @Nullable LocalDate asOf,
            @Nullable @Size(max = 10) String municipality,
            @Nullable @Size(max = 200) String q) {

        RollQuery after(@Nullable String place) {
            var known = Parse.optional("municipality", municipality, Municipality::of);
            return new RollQuery(asOf, known == null ? null : known.code(), q, place);
        }
    }

    @GetMapping
    Page<MemberAnswer> list(
            @Valid Listing listing,
            @Valid Paging paging,
            @RequestParam(name = "at-least", required = false) @Nullable LogPositions atLeast) {
        var query = listing.after(paging.after());
        AtLeast.await(atLeast, roll::reached, settings.patience());
        var part = roll.list(query, paging.size());
        return new Page<>(
                part.entries().stream().map(MemberAnswer::listed).toList(),
                part.next() == null ? null : Page.cursorAfter(part.next()));
    }

    @GetMapping("/{id}")
    ResponseEntity<MemberAnswer> one(
            @PathVariable UUID id,
            @RequestParam(name = "at-least", required = false) @Nullable LogPositions atLeast) {
        AtLeast.await(atLeast, roll::reached, settings.patience());
        var entry = roll.find(id.toString());
        if (entry == null) {
            throw new NotOnTheRoll(id);
        }
        return ResponseEntity.ok()
                .eTag("\"" + entry.version() + "\"")
                .body(MemberAnswer.whole(entry));
    }
}
