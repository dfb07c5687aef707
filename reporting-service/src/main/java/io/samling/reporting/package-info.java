/** Keeps the facts of all services and derives figures from them. */
@NullMarked
package io.samling.reporting;

import org.jspecify.annotations.NullMarked;
