/** Version 1 of what funding-service tells of projects and grants. It grows and never changes. */
@NullMarked
package io.samling.contracts.funding.v1;

import org.jspecify.annotations.NullMarked;
