package io.samling.funding.financing.web;

import io.samling.funding.financing.Funder;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** One who pays; a share that is left out is unknown. */
record FunderRequest(@NotBlank @Size(max = 200) String name, @Nullable @Valid MoneyRequest share) {

    Funder funder() {
        return new Funder(name, MoneyRequest.of("share", share));
    }
}
