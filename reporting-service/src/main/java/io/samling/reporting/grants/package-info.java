/** Projects and the grants decided for them, counted. */
@NullMarked
package io.samling.reporting.grants;

import org.jspecify.annotations.NullMarked;
