/**
 * How every service speaks HTTP: problems that say what to do, request ids, limits, strict JSON,
 * the way a write goes from a controller to the log.
 */
@NullMarked
package io.samling.webedge;

import org.jspecify.annotations.NullMarked;
