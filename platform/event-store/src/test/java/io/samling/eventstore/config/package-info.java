@NullMarked
package io.samling.eventstore.config;

import org.jspecify.annotations.NullMarked;
