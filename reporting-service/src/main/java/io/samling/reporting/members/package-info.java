/** Members and their employees, counted. */
@NullMarked
package io.samling.reporting.members;

import org.jspecify.annotations.NullMarked;
