package io.samling.reporting.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Rows whose values are held as they are: for kinds of which there are only thousands. */
public final class ValueTable<V> extends Table<V> {

    private final List<@Nullable V> values = new ArrayList<>();

    /** An empty table. */
    public ValueTable() {
        begin();
    }

    @Override
    protected void grow(int places) {
        while (values.size() < places) {
            values.add(null);
        }
    }

    @Override
    protected void set(int place, V value) {
        values.set(place, value);
    }

    /** The value at a place. */
    public V get(int place) {
        return Objects.requireNonNull(values.get(place));
    }
}
