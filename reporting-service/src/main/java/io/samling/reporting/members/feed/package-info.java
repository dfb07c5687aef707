/** Members as their service tells of them. */
@NullMarked
package io.samling.reporting.members.feed;

import org.jspecify.annotations.NullMarked;
