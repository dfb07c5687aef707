package io.samling.reporting;

import io.samling.eventfeed.Derivation;
import io.samling.eventfeed.Family;
import io.samling.eventfeed.KeptFact;
import io.samling.eventfeed.SubjectRows;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Facts that come one at a time, in the order in which they are delivered. */
public final class DeliveredFacts {

    private DeliveredFacts() {}

    /** The rows that follow from them; a subject's stay as they were where facts are parked. */
    public static <V, R extends SubjectRows<V>> R rows(
            Family<?, V, R> family, List<KeptFact> delivered) {
        var rows = family.emptyRows();
        Map<String, List<KeptFact>> kept = new LinkedHashMap<>();
        for (var fact : delivered) {
            var ofSubject = kept.computeIfAbsent(fact.subject(), _ -> new ArrayList<>());
            ofSubject.add(fact);
            if (Derivation.parked(family, ofSubject) == 0) {
                rows.replace(fact.subject(), Derivation.rows(family, ofSubject));
            }
        }
        return rows;
    }
}
