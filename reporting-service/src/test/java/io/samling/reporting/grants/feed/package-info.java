@NullMarked
package io.samling.reporting.grants.feed;

import org.jspecify.annotations.NullMarked;
