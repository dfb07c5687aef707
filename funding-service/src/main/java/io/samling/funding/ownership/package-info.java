/** Share registers: who holds which share numbers of a company. */
@NullMarked
package io.samling.funding.ownership;

import org.jspecify.annotations.NullMarked;
