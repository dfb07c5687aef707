@NullMarked
package io.samling.eventstore;

import org.jspecify.annotations.NullMarked;
