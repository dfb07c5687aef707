@NullMarked
package io.samling.reporting.owners;

import org.jspecify.annotations.NullMarked;
