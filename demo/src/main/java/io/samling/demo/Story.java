package io.samling.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Everything that the staff wrote down from the kick-off in March 2015 to March 2025. */
final class Story {

    private Story() {}

    /** In the order in which they wrote it down. */
    static List<Step> steps() {
        List<Step> steps = new ArrayList<>(Members.steps());
        steps.addAll(History.steps());
        steps.addAll(Owners.steps());
        steps.sort(Comparator.comparing(Step::recordedAt));
        return List.copyOf(steps);
    }
}
