/** Projects: who owns them, when they run, under which programme. */
@NullMarked
package io.samling.funding.projects;

import org.jspecify.annotations.NullMarked;
