/** Repair and rebuild, over HTTP. */
@NullMarked
package io.samling.reporting.upkeep.web;

import org.jspecify.annotations.NullMarked;
