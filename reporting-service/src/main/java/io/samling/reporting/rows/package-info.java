/** Rows with two clocks, held in columns of plain numbers: many of them, scanned fast. */
@NullMarked
package io.samling.reporting.rows;

import org.jspecify.annotations.NullMarked;
