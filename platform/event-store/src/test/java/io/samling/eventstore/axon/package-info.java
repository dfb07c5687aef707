@NullMarked
package io.samling.eventstore.axon;

import org.jspecify.annotations.NullMarked;
