/** Version 1 of what funding-service tells of share registers. It grows and never changes. */
@NullMarked
package io.samling.contracts.ownership.v1;

import org.jspecify.annotations.NullMarked;
