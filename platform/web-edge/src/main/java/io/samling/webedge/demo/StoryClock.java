package io.samling.webedge.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Stands still at a moment of a story until it is moved on, and shows the real time from its
 * release on. A file remembers where it stands, so a restarted service goes on with its story, and
 * a released clock stays released.
 */
public final class StoryClock extends Clock {

    private static final String RELEASED = "released";

    private final Path file;
    private final Clock real;
    private volatile @Nullable Instant moment;

    private StoryClock(Path file, Clock real, @Nullable Instant moment) {
        this.file = file;
        this.real = real;
        this.moment = moment;
    }

    /**
     * Goes on where the file says.
     *
     * @param file where the clock stands; made when it is first moved
     * @param start where it stands without a file
     * @param real what it shows after its release
     */
    static StoryClock open(Path file, Instant start, Clock real) {
        try {
            var kept = Files.exists(file) ? Files.readString(file).strip() : start.toString();
            return new StoryClock(file, real, kept.equals(RELEASED) ? null : Instant.parse(kept));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Whether it shows the real time. */
    public boolean isReleased() {
        return moment == null;
    }

    /** Moves it on; a moment that it has passed leaves it where it is. */
    synchronized void moveTo(Instant next) {
        var now = moment;
        if (now != null && next.isAfter(now)) {
            keep(next.toString());
            moment = next;
        }
    }

    /** From now on it shows the real time, for good. */
    synchronized void release() {
        keep(RELEASED);
        moment = null;
    }

    @Override
    public Instant instant() {
        var now = moment;
        return now == null ? real.instant() : now;
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    /** The same clock read in another zone: it moves together with this one. */
    @Override
    public Clock withZone(ZoneId zone) {
        return new Elsewhere(this, zone);
    }

    private void keep(String text) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            var aside = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(aside, text + "\n");
            Files.move(
                    aside,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static final class Elsewhere extends Clock {

        private final StoryClock story;
        private final ZoneId zone;

        Elsewhere(StoryClock story, ZoneId zone) {
            this.story = story;
            this.zone = zone;
        }

        @Override
        public Instant instant() {
            return story.instant();
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new Elsewhere(story, other);
        }
    }
}
