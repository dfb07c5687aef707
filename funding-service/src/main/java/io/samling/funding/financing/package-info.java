/** Grants decided for projects, as precise as they are known. */
@NullMarked
package io.samling.funding.financing;

import org.jspecify.annotations.NullMarked;
