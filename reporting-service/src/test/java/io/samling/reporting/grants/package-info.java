@NullMarked
package io.samling.reporting.grants;

import org.jspecify.annotations.NullMarked;
