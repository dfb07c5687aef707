/** What this service shows: projects with their grants, and share registers. */
@NullMarked
package io.samling.funding.portfolio;

import org.jspecify.annotations.NullMarked;
