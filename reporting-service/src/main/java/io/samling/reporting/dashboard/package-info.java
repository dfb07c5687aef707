/** What the page shows: figures over time and by place, all as known at one moment; changes. */
@NullMarked
package io.samling.reporting.dashboard;

import org.jspecify.annotations.NullMarked;
