package io.samling.eventstore.config;

import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;

/**
 * Refuses a set-up in which something could fail after events were stored, or in which a failure
 * would go unseen.
 */
final class StartUpCheck {

    private StartUpCheck() {}

    static void check(Configuration axon) {
        axon.eventProcessingConfiguration()
                .eventProcessors()
                .forEach(
                        (name, processor) -> {
                            if (!(processor instanceof PooledStreamingEventProcessor)) {
                                throw new IllegalStateException(
                                        "The processing group "
                                                + name
                                                + " is not a pooled streaming processor: others"
                                                + " handle events before they are safe");
                            }
                        });
        var transactions = axon.getComponent(TransactionManager.class);
        if (transactions != null && !(transactions instanceof NoTransactionManager)) {
            throw new IllegalStateException(
                    "There is a transaction manager ("
                            + transactions.getClass().getName()
                            + "): its commit could fail after events were stored");
        }
    }
}
