@NullMarked
package io.samling.eventrelay;

import org.jspecify.annotations.NullMarked;
