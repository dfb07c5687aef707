package io.samling.eventstore.config;

import org.jspecify.annotations.Nullable;

/** What is known of a processing group besides what Axon knows: where it stands still, and why. */
final class GroupState {

    private final String group;
    private volatile @Nullable Failure failure;

    GroupState(String group) {
        this.group = group;
    }

    String group() {
        return group;
    }

    @Nullable Failure failure() {
        return failure;
    }

    void failed(long position, Throwable reason) {
        failure = new Failure(position, sentenceOf(reason));
    }

    /** Clears a failure once its event is handled: those before it are handled again each time. */
    void handled(long position) {
        var standsAt = failure;
        if (standsAt != null && position >= standsAt.position()) {
            failure = null;
        }
    }

    void begunAnew() {
        failure = null;
    }

    /** Its kind only where it says nothing. */
    private static String sentenceOf(Throwable reason) {
        var sentence = reason.getMessage();
        return sentence == null ? reason.getClass().getSimpleName() : sentence;
    }

    /**
     * Why a group stands still.
     *
     * @param position of the event it cannot handle; -1 where it cannot read at all
     */
    record Failure(long position, String reason) {}
}
