package io.samling.eventstore.config;

import io.samling.eventstore.view.Changes;
import io.samling.eventstore.view.View;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/**
 * Has the handlers of a group change a view, a batch of events at a time. It is written while the
 * last event is handled, for Axon stores the token before anything that could be told of later.
 */
final class ViewFeed {

    private final View view;
    private Changes changes = new Changes();

    ViewFeed(View view) {
        this.view = view;
    }

    /** Handles one event. */
    @FunctionalInterface
    interface Handling {

        void run() throws Exception;
    }

    /**
     * Handles an event of a batch. Where that fails, the events before it are shown nevertheless:
     * they come again with the whole batch, and then change nothing.
     *
     * @return whether it was the last, and all of the batch is shown now
     */
    boolean handle(long position, Handling handling) throws Exception {
        if (isFirst()) {
            changes = new Changes();
        }
        changes.at(position);
        try {
            withChanges(changes, handling);
        } catch (Exception fault) {
            changes.takeBack();
            view.write(changes);
            throw fault;
        }
        var last = isLast();
        if (last) {
            view.write(changes);
        }
        return last;
    }

    /** Has handlers add to changes. */
    static void withChanges(Changes changes, Handling handling) throws Exception {
        ScopedValue.where(Changes.CURRENT, changes)
                .call(
                        () -> {
                            handling.run();
                            return true;
                        });
    }

    private static boolean isFirst() {
        return CurrentUnitOfWork.map(
                        work ->
                                !(work instanceof BatchingUnitOfWork<?> batch)
                                        || batch.isFirstMessage())
                .orElse(true);
    }

    private static boolean isLast() {
        return CurrentUnitOfWork.map(
                        work ->
                                !(work instanceof BatchingUnitOfWork<?> batch)
                                        || batch.isLastMessage())
                .orElse(true);
    }
}
