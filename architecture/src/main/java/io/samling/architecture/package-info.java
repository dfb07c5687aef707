/** Holds the rules of the house over all modules, and shows that each of them can fail. */
@NullMarked
package io.samling.architecture;

import org.jspecify.annotations.NullMarked;
