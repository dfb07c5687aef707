@NullMarked
package io.samling.reporting;

import org.jspecify.annotations.NullMarked;
