package io.samling.reporting.members;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A member, as the list behind the count shows it.
 *
 * @param lastDay the last day that counts, where one is known
 * @param period from 1; a later one is a come-back
 * @param demo an invented company
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Member(
        String memberId,
        String name,
        String organisationsnummer,
        String kind,
        String municipality,
        LocalDate firstDay,
        @Nullable LocalDate lastDay,
        int period,
        boolean demo) {}
