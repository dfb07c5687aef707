/** Remembers projects, grants and who owns the organisation's shares. */
@NullMarked
package io.samling.funding;

import org.jspecify.annotations.NullMarked;
