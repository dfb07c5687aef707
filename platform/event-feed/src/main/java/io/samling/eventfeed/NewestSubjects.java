package io.samling.eventfeed;

import io.samling.eventfeed.HeldFamily.Fresh;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.PriorityQueue;

/** Whose facts are the newest of a log: found while it is loaded, without an index by position. */
final class NewestSubjects {

    private final PriorityQueue<Place> newest =
            new PriorityQueue<>(Comparator.comparingLong(Place::position));

    void see(Fresh fresh) {
        for (var told : fresh.derived().told()) {
            if (newest.size() < NewestFacts.MOST) {
                newest.add(new Place(told.position(), fresh.subject()));
            } else if (told.position() > newest.element().position()) {
                newest.remove();
                newest.add(new Place(told.position(), fresh.subject()));
            }
        }
    }

    Collection<Subject> subjects() {
        var subjects = new LinkedHashSet<Subject>();
        newest.forEach(place -> subjects.add(place.subject()));
        return new ArrayList<>(subjects);
    }

    private record Place(long position, Subject subject) {}
}
