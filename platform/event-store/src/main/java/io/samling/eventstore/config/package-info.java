/** The wiring of the event store into a service, what is checked at start, and health. */
@NullMarked
package io.samling.eventstore.config;

import org.jspecify.annotations.NullMarked;
