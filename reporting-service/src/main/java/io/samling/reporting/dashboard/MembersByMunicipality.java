package io.samling.reporting.dashboard;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.samling.kernel.Municipalities;
import io.samling.reporting.members.Member;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The members of a day by municipality.
 *
 * @param value how many members there are
 * @param municipalities those that have any, most members first
 */
public record MembersByMunicipality(
        String figure,
        String definition,
        @JsonUnwrapped Basis basis,
        int value,
        List<Place> municipalities) {

    private static final Comparator<Place> MOST_FIRST =
            Comparator.comparingInt(Place::value).reversed().thenComparing(Place::code);

    public MembersByMunicipality {
        municipalities = List.copyOf(municipalities);
    }

    /**
     * A municipality.
     *
     * @param code SCB's
     * @param name the code, where it is none of SCB's
     * @param value how many members it has
     */
    public record Place(String code, String name, int value) {}

    static List<Place> places(Collection<Member> members) {
        Map<String, Integer> counts = new TreeMap<>();
        members.forEach(member -> counts.merge(member.municipality(), 1, Integer::sum));
        return counts.entrySet().stream()
                .map(count -> new Place(count.getKey(), name(count.getKey()), count.getValue()))
                .sorted(MOST_FIRST)
                .toList();
    }

    static String name(String code) {
        var municipality = Municipalities.ofSweden().find(code);
        return municipality == null ? code : municipality.name();
    }
}
