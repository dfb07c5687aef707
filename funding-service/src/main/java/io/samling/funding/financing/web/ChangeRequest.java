package io.samling.funding.financing.web;

import com.fasterxml.jackson.annotation.JsonSetter;
import io.samling.funding.financing.Funder;
import io.samling.funding.financing.GrantCommand.ChangeGrant;
import io.samling.funding.financing.GrantId;
import io.samling.funding.financing.Meaning;
import io.samling.funding.financing.Revision;
import io.samling.kernel.PartialDate;
import io.samling.webedge.Parse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A change as it is sent: a field that is given replaces what was, {@code null} makes it unknown, a
 * field that is left out stays as it is. It is read field by field, since a record could not tell
 * the last two apart.
 */
final class ChangeRequest {

    private final Set<String> given = new LinkedHashSet<>();

    @NotBlank private @Nullable String changedOn;

    @Size(max = 100)
    private @Nullable List<@NotNull @Valid FunderRequest> funders;

    private @Nullable String decidedOn;
    @Valid private @Nullable MoneyRequest amount;
    private @Nullable Meaning meaning;

    ChangeGrant asked(GrantId id) {
        List<Revision> revisions = new ArrayList<>();
        for (var field : given) {
            revisions.add(revisionOf(field));
        }
        String text = Objects.requireNonNull(changedOn);
        var day = Parse.field("changedOn", text, PartialDate::of);
        return new ChangeGrant(id, revisions, day);
    }

    private Revision revisionOf(String field) {
        return switch (field) {
            case "funders" -> new Revision.Funders(fundersNow());
            case "decidedOn" ->
                    new Revision.DecidedOn(Parse.optional("decidedOn", decidedOn, PartialDate::of));
            case "amount" -> new Revision.Amount(MoneyRequest.of("amount", amount));
            case "meaning" ->
                    new Revision.Means(Parse.field("meaning", meaning, ChangeRequest::known));
            default -> throw new IllegalStateException(field);
        };
    }

    private List<Funder> fundersNow() {
        return funders == null ? List.of() : funders.stream().map(FunderRequest::funder).toList();
    }

    private static Meaning known(@Nullable Meaning said) {
        if (said == null) {
            throw new IllegalArgumentException("The meaning of an amount is never unknown");
        }
        return said;
    }

    @JsonSetter("changedOn")
    void changedOn(@Nullable String text) {
        changedOn = text;
    }

    @JsonSetter("funders")
    void funders(@Nullable List<FunderRequest> now) {
        given.add("funders");
        funders = now;
    }

    @JsonSetter("decidedOn")
    void decidedOn(@Nullable String text) {
        given.add("decidedOn");
        decidedOn = text;
    }

    @JsonSetter("amount")
    void amount(@Nullable MoneyRequest now) {
        given.add("amount");
        amount = now;
    }

    @JsonSetter("meaning")
    void meaning(@Nullable Meaning now) {
        given.add("meaning");
        meaning = now;
    }
}
