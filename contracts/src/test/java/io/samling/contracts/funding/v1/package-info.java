@NullMarked
package io.samling.contracts.funding.v1;

import org.jspecify.annotations.NullMarked;
