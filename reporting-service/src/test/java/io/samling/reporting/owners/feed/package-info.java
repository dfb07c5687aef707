@NullMarked
package io.samling.reporting.owners.feed;

import org.jspecify.annotations.NullMarked;
