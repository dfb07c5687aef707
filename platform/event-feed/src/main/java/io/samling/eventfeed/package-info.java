/**
 * Facts in from Kafka: each is kept as it came, each subject is derived from all facts kept for it,
 * and what is asked often is held in memory with the position at which it became known.
 */
@NullMarked
package io.samling.eventfeed;

import org.jspecify.annotations.NullMarked;
