/** Kafka and a MongoDB stand-in for one machine, in one process, without Docker. */
@NullMarked
package io.samling.localstack;

import org.jspecify.annotations.NullMarked;
