@NullMarked
package io.samling.benchmarks;

import org.jspecify.annotations.NullMarked;
