/**
 * A service's memory: the log of its events, and how the service's parts read and write it. The
 * packages below hold the log on MongoDB, what fits it to Axon, and the wiring.
 */
@NullMarked
package io.samling.eventstore;

import org.jspecify.annotations.NullMarked;
