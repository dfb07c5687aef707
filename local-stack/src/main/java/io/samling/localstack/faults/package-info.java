/** Proofs that what the local stack acknowledged is there after whatever happened to it. */
@NullMarked
package io.samling.localstack.faults;

import org.jspecify.annotations.NullMarked;
