/** The page at {@code /} and what it asks for. */
@NullMarked
package io.samling.reporting.dashboard.web;

import org.jspecify.annotations.NullMarked;
