package io.samling.eventstore.view;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a batch of events changes in the rows of a view. It is gathered first, so that the rows can
 * be read at once and written at once; an event handler of a view has it as a parameter. Not for
 * several threads.
 */
public final class Changes {

    /** Those of the batch that is being handled. */
    public static final ScopedValue<Changes> CURRENT = ScopedValue.newInstance();

    private final List<Change<?>> gathered = new ArrayList<>();
    private long position = -1;

    /** Says which event is handled now. */
    public void at(long eventPosition) {
        this.position = eventPosition;
    }

    /** Puts a row, in the place of one with the same id where there is one. */
    public <T> void put(RowSort<T> sort, String id, T row) {
        gathered.add(new Change<>(position, sort, id, _ -> row));
    }

    /** Changes a row that must be there. */
    public <T> void change(RowSort<T> sort, String id, UnaryOperator<T> change) {
        gathered.add(
                new Change<>(
                        position,
                        sort,
                        id,
                        before -> {
                            if (before == null) {
                                throw new IllegalStateException("No row " + id + " to change");
                            }
                            return change.apply(before);
                        }));
    }

    /** Takes back what the event has done that is handled now. */
    public void takeBack() {
        gathered.removeIf(change -> change.position() == position);
    }

    /** In the order of the events. */
    List<Change<?>> gathered() {
        return gathered;
    }

    /** What one event makes of one row. */
    record Change<T>(long position, RowSort<T> sort, String id, Making<T> making) {}

    /** Makes a row of what was there before. */
    @FunctionalInterface
    interface Making<T> {

        T of(@Nullable T before);
    }
}
