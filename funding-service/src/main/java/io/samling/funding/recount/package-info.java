/** Counts grants and shares from the log itself, to check figures. */
@NullMarked
package io.samling.funding.recount;

import org.jspecify.annotations.NullMarked;
