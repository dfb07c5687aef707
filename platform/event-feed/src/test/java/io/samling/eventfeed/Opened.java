package io.samling.eventfeed;

import java.util.ArrayList;
import java.util.List;

/** What a test has opened, to be closed after it, the last first. */
final class Opened implements AutoCloseable {

    private final List<AutoCloseable> open = new ArrayList<>();

    <T extends AutoCloseable> T add(T resource) {
        open.add(resource);
        return resource;
    }

    /** Closes what was opened last before the others. */
    void closeNewest() {
        close(open.removeLast());
    }

    private static void close(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception fault) {
            throw new IllegalStateException("A test cannot be ended", fault);
        }
    }

    @Override
    public void close() {
        open.reversed().forEach(Opened::close);
    }
}
