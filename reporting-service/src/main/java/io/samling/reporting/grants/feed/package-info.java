/** Projects and grants as their service tells of them. */
@NullMarked
package io.samling.reporting.grants.feed;

import org.jspecify.annotations.NullMarked;
