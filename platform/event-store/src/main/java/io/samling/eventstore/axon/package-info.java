/** What fits the log to Axon: its storage engine, event store, streams and serializer. */
@NullMarked
package io.samling.eventstore.axon;

import org.jspecify.annotations.NullMarked;
