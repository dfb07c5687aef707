package io.samling.reporting.rows;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Picks a page out of many, without sorting them all: the first so many after a key. */
public final class FirstAfter {

    private final @Nullable String after;
    private final int size;
    private final PriorityQueue<Keyed> picked =
            new PriorityQueue<>(Comparator.comparing(Keyed::key).reversed());

    /**
     * @param after the key after which the page begins; null for the first page
     * @param size how many to pick
     */
    public FirstAfter(@Nullable String after, int size) {
        this.after = after;
        this.size = size;
    }

    /** Offers one; no key comes twice. */
    public void offer(String key, int place) {
        if (after != null && key.compareTo(after) <= 0) {
            return;
        }
        var last = picked.peek();
        if (picked.size() < size) {
            picked.add(new Keyed(key, place));
        } else if (last != null && key.compareTo(last.key()) < 0) {
            picked.poll();
            picked.add(new Keyed(key, place));
        }
    }

    /** The picked ones, by key. */
    public List<Integer> places() {
        var sorted = new ArrayList<>(picked);
        sorted.sort(Comparator.comparing(Keyed::key));
        return sorted.stream().map(Keyed::place).toList();
    }

    private record Keyed(String key, int place) {}
}
