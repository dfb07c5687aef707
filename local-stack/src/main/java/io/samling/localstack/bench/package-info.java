/** Measures what the local stack can do on this machine. */
@NullMarked
package io.samling.localstack.bench;

import org.jspecify.annotations.NullMarked;
