package io.samling.eventrelay;

import java.time.Duration;

/** How long to wait after one failure and the next: twice as long each time, up to a limit. */
final class Backoff {

    private final Duration first;
    private final Duration most;
    private Duration next;

    Backoff(Duration first, Duration most) {
        this.first = first;
        this.most = most;
        this.next = first;
    }

    /** How long to wait now. */
    Duration next() {
        var wait = next;
        var doubled = wait.multipliedBy(2);
        next = doubled.compareTo(most) < 0 ? doubled : most;
        return wait;
    }

    /** It went well meanwhile. */
    void reset() {
        next = first;
    }
}
