/** Who owns shares, and how many. */
@NullMarked
package io.samling.reporting.owners;

import org.jspecify.annotations.NullMarked;
