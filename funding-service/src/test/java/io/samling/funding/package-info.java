@NullMarked
package io.samling.funding;

import org.jspecify.annotations.NullMarked;
