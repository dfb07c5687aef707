package io.samling.localstack.mongodb;

import io.samling.localstack.host.StackFailure;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import org.jspecify.annotations.Nullable;

/**
 * Tells in time that the data outgrows the memory, in which all of it lies. A process whose space
 * for long-lived objects is nearly full does little else than collect garbage, long before it runs
 * out.
 */
final class Memory {

    /** Beyond it nothing is let in that makes the data grow. */
    private static final double SCARCE = 0.85;

    /** What one process let in is let in again by the next. */
    private static final double EXHAUSTED = 0.95;

    private final double limit;
    private final @Nullable MemoryPoolMXBean longLived;
    private long judgedAt;
    private boolean full;

    private Memory(double limit) {
        this.limit = limit;
        this.longLived =
                ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .filter(pool -> pool.getName().matches(".*(Old|Tenured) Gen"))
                        .findFirst()
                        .orElse(null);
    }

    static Memory whileRunning() {
        return new Memory(SCARCE);
    }

    static Memory whileLoading() {
        return new Memory(EXHAUSTED);
    }

    /**
     * Whether data of so many bytes may grow. Only a collection tells data from garbage: where the
     * space is nearly full there is one whenever the data has grown or shrunk by a twentieth.
     */
    boolean hasRoom(long data) {
        if (isBelowLimit()) {
            return true;
        }
        if (Math.abs(data - judgedAt) > judgedAt / 20) {
            System.gc();
            judgedAt = data;
            full = !isBelowLimit();
        }
        return !full;
    }

    private boolean isBelowLimit() {
        if (longLived == null) {
            return true;
        }
        var usage = longLived.getUsage();
        return usage.getMax() <= 0 || usage.getUsed() < limit * usage.getMax();
    }

    static StackFailure outgrown(@Nullable OutOfMemoryError cause) {
        return new StackFailure(StackFailure.Kind.OUT_OF_MEMORY, sentence(), cause);
    }

    /** What it is, and what to do about it. */
    static String sentence() {
        return "The data has outgrown the memory of %d MiB: start the local stack with more (SAMLING_STACK_MEMORY), or with a mongod."
                .formatted(Runtime.getRuntime().maxMemory() >> 20);
    }
}
