@NullMarked
package io.samling.reporting.dashboard;

import org.jspecify.annotations.NullMarked;
