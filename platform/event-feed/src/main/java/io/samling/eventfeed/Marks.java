package io.samling.eventfeed;

import io.samling.contracts.ProgressMark;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * The progress marks of one log that wait until all facts below their offsets have been read. They
 * are read in order; the newest that is covered holds.
 */
final class Marks {

    /** Enough to move on while catching up; among more, every other one may be left out. */
    private static final int WAITING = 64;

    private final Deque<ProgressMark> waiting = new ArrayDeque<>();

    void add(ProgressMark mark) {
        if (waiting.size() == WAITING) {
            thinOut();
        }
        waiting.addLast(mark);
    }

    /**
     * The newest mark that is covered, which is then forgotten with all before it.
     *
     * @param reached for each partition the offset of the next record to read
     */
    @Nullable ProgressMark covered(Map<TopicPartition, Long> reached) {
        ProgressMark newest = null;
        for (var mark = waiting.peekFirst();
                mark != null && isCovered(mark, reached);
                mark = waiting.peekFirst()) {
            newest = waiting.removeFirst();
        }
        return newest;
    }

    /** A mark names every topic that its service writes; those not read here do not matter. */
    static boolean isCovered(ProgressMark mark, Map<TopicPartition, Long> reached) {
        for (var topic : mark.offsets().entrySet()) {
            List<Long> offsets = topic.getValue();
            for (int partition = 0; partition < offsets.size(); partition++) {
                var read = reached.get(new TopicPartition(topic.getKey(), partition));
                if (read != null && read < offsets.get(partition)) {
                    return false;
                }
            }
        }
        return true;
    }

    private void thinOut() {
        boolean keep = false;
        for (var marks = waiting.iterator(); marks.hasNext(); keep = !keep) {
            marks.next();
            if (!keep) {
                marks.remove();
            }
        }
    }
}
