@NullMarked
package io.samling.reporting.members.feed;

import org.jspecify.annotations.NullMarked;
