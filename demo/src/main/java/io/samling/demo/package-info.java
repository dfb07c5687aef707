/**
 * The demo: ten years of a cluster organisation's life, told through the public API. What is
 * sourced says its source; what is invented is marked so.
 */
@NullMarked
package io.samling.demo;

import org.jspecify.annotations.NullMarked;
