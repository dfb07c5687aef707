/** Share registers as their service tells of them. */
@NullMarked
package io.samling.reporting.owners.feed;

import org.jspecify.annotations.NullMarked;
