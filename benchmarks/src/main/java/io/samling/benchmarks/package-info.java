/** Measures Samling on the machine it runs on, beside what the same machine could do at best. */
@NullMarked
package io.samling.benchmarks;

import org.jspecify.annotations.NullMarked;
