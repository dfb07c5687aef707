package io.samling.member.roll.web;

import io.samling.kernel.Municipalities;
import io.samling.kernel.Organisationsnummer;
import io.samling.member.roll.RollEntry;
import io.samling.member.roll.RollEntry.RollPeriod;
import io.samling.member.roll.RollEntry.RollReading;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A member as it is answered, with names for its codes. */
record MemberAnswer(
        String id,
        String organisationsnummer,
        String name,
        String kind,
        Place municipality,
        boolean demo,
        List<RollPeriod> periods,
        @Nullable List<RollReading> headcounts) {

    /** A municipality and its county, by code and name. */
    record Place(String code, @Nullable String name, @Nullable String county) {

        static Place of(String code) {
            var known = Municipalities.ofSweden().find(code);
            return known == null
                    ? new Place(code, null, null)
                    : new Place(code, known.name(), known.county());
        }
    }

    /** All that is known of one, the newest reading first. */
    static MemberAnswer whole(RollEntry entry) {
        var newestFirst =
                entry.readings().stream()
                        .sorted(Comparator.comparing(RollReading::asOf).reversed())
                        .toList();
        return answer(entry, newestFirst);
    }

    /** One of a list. */
    static MemberAnswer listed(RollEntry entry) {
        return answer(entry, null);
    }

    private static MemberAnswer answer(RollEntry entry, @Nullable List<RollReading> headcounts) {
        return new MemberAnswer(
                entry.id(),
                new Organisationsnummer(entry.organisationsnummer()).spelled(),
                entry.name(),
                entry.kind(),
                Place.of(entry.municipality()),
                entry.demo(),
                entry.periods(),
                headcounts);
    }
}
