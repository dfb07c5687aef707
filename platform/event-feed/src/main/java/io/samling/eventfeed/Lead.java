package io.samling.eventfeed;

import io.samling.eventfeed.LogView.State;
import org.jspecify.annotations.Nullable;

/**
 * What the follower of one generation may say of a log: until the follower of a newer one has come
 * as far and says it from then on.
 */
record Lead(LogView view, int generation) {

    String service() {
        return view.service();
    }

    @Nullable State state() {
        return view.state();
    }

    void troubled(@Nullable String reason) {
        view.troubled(generation, reason);
    }

    void stop(String reason) {
        view.stop(generation, reason);
    }

    void moveTo(State next) {
        view.moveTo(generation, next);
    }

    /** Whether a newer generation is shown. */
    boolean isOvertaken() {
        return view.generation() > generation;
    }
}
