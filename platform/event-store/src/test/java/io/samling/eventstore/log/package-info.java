@NullMarked
package io.samling.eventstore.log;

import org.jspecify.annotations.NullMarked;
