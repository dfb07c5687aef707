@NullMarked
package io.samling.testing;

import org.jspecify.annotations.NullMarked;
