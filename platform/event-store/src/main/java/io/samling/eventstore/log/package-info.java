/** The log on MongoDB: its commit document, the one writer of an instance, and its readers. */
@NullMarked
package io.samling.eventstore.log;

import org.jspecify.annotations.NullMarked;
