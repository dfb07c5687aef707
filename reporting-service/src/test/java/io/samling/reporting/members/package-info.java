@NullMarked
package io.samling.reporting.members;

import org.jspecify.annotations.NullMarked;
