/** The few words that every service speaks: refusals, stored names, money, days, claims. */
@NullMarked
package io.samling.kernel;

import org.jspecify.annotations.NullMarked;
