package io.samling.eventrelay;

import io.samling.eventrelay.RelayStatus.State;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.context.SmartLifecycle;

/**
 * Tells on Kafka what a service remembers, in the order of its log and without leaving anything
 * out, on a thread of its own. Of several instances one relays; the others stand by.
 */
public final class Relay implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
    private static final Duration LOOK_AT_CLAIM = Duration.ofSeconds(1);
    private static final Duration STOPPING = Duration.ofSeconds(10);

    private final RelayParts parts;
    private final Logbook logbook = new Logbook();
    private volatile @Nullable CountDownLatch stopWanted;
    private @Nullable Thread thread;
    private final Backoff backoff;

    Relay(RelayParts parts) {
        this.parts = parts;
        this.backoff = new Backoff(parts.properties().retryFirst(), parts.properties().retryMost());
    }

    /** How many facts this instance has told since its start. */
    public long factsTold() {
        return logbook.facts();
    }

    RelayParts parts() {
        return parts;
    }

    /** How it is doing now. */
    public RelayStatus status() {
        return logbook.status();
    }

    /**
     * Publishes again all from a position on, with the same {@code ce_id}s; those who follow the
     * contract do not notice. It outlasts a restart.
     *
     * @throws RewindRefused where there is no such position, or another instance relays
     */
    public void rewindTo(long position) {
        // it may not have been taken yet, where the relay has only just begun
        if (status().state() == State.STANDBY || !parts.claim().take()) {
            throw RewindRefused.relayedElsewhere();
        }
        var told = lastTold();
        if (position < 0 || position > told + 1) {
            throw RewindRefused.notTold(position, told);
        }
        // first, so that whoever notes how far it came leaves the note to the wish
        logbook.wishRewind(position);
        note(position);
    }

    /** As far as is known here, for whoever has only just begun has told nothing itself. */
    private long lastTold() {
        var noted = parts.claim().noted();
        return Math.max(status().position(), noted == null ? -1 : noted);
    }

    /** Now, for a restart may come before the broker does. */
    private void note(long wished) {
        try {
            parts.claim().note(wished - 1);
        } catch (RelayFault.Superseded takenOver) {
            logbook.rewound(wished);
            throw RewindRefused.relayedElsewhere();
        }
    }

    @Override
    public synchronized void start() {
        if (thread == null) {
            var stop = new CountDownLatch(1);
            stopWanted = stop;
            thread = Thread.ofPlatform().name("relay").daemon().start(() -> work(stop));
        }
    }

    @Override
    public synchronized void stop() {
        var running = thread;
        var stop = stopWanted;
        if (running != null && stop != null) {
            stop.countDown();
            joined(running);
            thread = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    private static void joined(Thread running) {
        try {
            if (!running.join(STOPPING)) {
                LOG.warn("The relay is still waiting for an answer and is left behind");
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private void work(CountDownLatch stop) {
        try {
            while (stop.getCount() > 0) {
                pause(stop, attempt(stop));
            }
            parts.claim().release();
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException unreleased) {
            LOG.debug("The claim was not released and will run out", unreleased);
        } finally {
            logbook.write(status -> status.stopped(State.STOPPED, "The service is shut down"));
        }
    }

    /** Relays until it is told to stop or something goes wrong; says how long to wait then. */
    private Duration attempt(CountDownLatch stop) throws InterruptedException {
        try {
            if (!parts.claim().take()) {
                return standBy("Another instance relays");
            }
            try (var session = RelaySession.open(parts, logbook)) {
                session.follow(() -> stop.getCount() > 0);
            }
            return Duration.ZERO;
        } catch (RelayFault.Superseded takenOver) {
            return standBy(takenOver.reason());
        } catch (RelayFault.Obstacle fault) {
            logbook.met(fault);
            return retry(State.STANDING, fault.reason());
        } catch (RelayFault.Unclear fault) {
            logbook.met(fault);
            return retry(State.STANDING, fault.reason());
        } catch (RelayFault.Stands fault) {
            return retry(State.STANDING, fault.reason());
        } catch (RuntimeException fault) {
            return retryAfter(fault);
        }
    }

    private Duration retryAfter(RuntimeException fault) {
        LOG.debug("The relay failed", fault);
        if (Reasons.fenced(fault)) {
            return standBy("Another instance has taken over");
        }
        return retry(Reasons.passes(fault) ? State.WAITING : State.STANDING, Reasons.of(fault));
    }

    private Duration standBy(String reason) {
        report(State.STANDBY, reason);
        return LOOK_AT_CLAIM;
    }

    private Duration retry(State state, String reason) {
        if (status().state() == State.RELAYING) {
            backoff.reset();
        }
        report(state, reason);
        return backoff.next();
    }

    private void report(State state, String reason) {
        var before = status();
        logbook.write(status -> status.stopped(state, reason));
        if (before.state() != state || !reason.equals(before.reason())) {
            LOG.atLevel(state == State.STANDBY ? Level.INFO : Level.WARN)
                    .log("{} after position {}: {}", state, before.position(), reason);
        }
    }

    private static void pause(CountDownLatch stop, Duration wait) throws InterruptedException {
        if (stop.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.debug("Told to stop");
        }
    }
}
