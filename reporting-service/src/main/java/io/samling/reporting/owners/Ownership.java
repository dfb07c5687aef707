package io.samling.reporting.owners;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who owns what.
 *
 * @param value how many owners there are, each counted once for each register
 */
public record Ownership(int value, List<Owned> registers) {

    /**
     * One company's shares.
     *
     * @param demo the register's contents are invented
     * @param shares all that are held
     * @param votes of all that are held
     * @param holders those who hold any, the largest first
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Owned(
            String registerId,
            String company,
            @Nullable String organisationsnummer,
            boolean demo,
            long shares,
            long votes,
            List<Owner> holders) {}

    /** One who holds shares. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Owner(
            String holderId,
            String name,
            @Nullable String organisationsnummer,
            long shares,
            long votes) {}
}
