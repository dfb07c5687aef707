/** What tests of every module stand on: servers, a clock, golden JSON, the subset of MongoDB. */
@NullMarked
package io.samling.testing;

import org.jspecify.annotations.NullMarked;
