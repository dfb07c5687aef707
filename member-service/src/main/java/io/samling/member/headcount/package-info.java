/** How many work at a member: dated readings, each with its measure, its scope and its source. */
@NullMarked
@ApplicationModule(allowedDependencies = "membership")
package io.samling.member.headcount;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
