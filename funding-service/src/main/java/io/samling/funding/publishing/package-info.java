/** Says in the words of the contract what this service remembers in its own. */
@NullMarked
package io.samling.funding.publishing;

import org.jspecify.annotations.NullMarked;
