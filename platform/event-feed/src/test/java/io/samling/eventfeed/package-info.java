@NullMarked
package io.samling.eventfeed;

import org.jspecify.annotations.NullMarked;
