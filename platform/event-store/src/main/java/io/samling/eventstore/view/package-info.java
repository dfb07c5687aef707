/** What a service shows of its log: rows in MongoDB, written a batch of events at a time. */
@NullMarked
package io.samling.eventstore.view;

import org.jspecify.annotations.NullMarked;
