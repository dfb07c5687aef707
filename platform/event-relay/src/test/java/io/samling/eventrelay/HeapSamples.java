package io.samling.eventrelay;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;

/** How much of this JVM's heap is in use once the garbage is collected, against a first look. */
final class HeapSamples {

    private static final MemoryMXBean MEMORY = ManagementFactory.getMemoryMXBean();

    private final long first = used();
    private long most = first;

    /** Looks, and says how many bytes are in use. */
    long sample() {
        var now = used();
        most = Math.max(most, now);
        return now;
    }

    /** By how many bytes the largest sample exceeds the first. */
    long growth() {
        return most - first;
    }

    private static long used() {
        MEMORY.gc();
        return MEMORY.getHeapMemoryUsage().getUsed();
    }
}
