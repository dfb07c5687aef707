package io.samling.funding.portfolio;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A share register as it is shown, without its entries.
 *
 * @param version the number of the register's events less one
 */
public record RegisterRow(
        String id,
        String company,
        @Nullable String organisationsnummer,
        boolean demo,
        List<Holder> holders,
        long version) {

    /** One who may hold shares. */
    public record Holder(String id, String name, @Nullable String organisationsnummer) {}

    RegisterRow with(Holder holder, long newVersion) {
        var all = new ArrayList<>(holders);
        all.add(holder);
        return new RegisterRow(id, company, organisationsnummer, demo, all, newVersion);
    }

    RegisterRow at(long newVersion) {
        return new RegisterRow(id, company, organisationsnummer, demo, holders, newVersion);
    }
}
