/** Counts members and employees from the log itself, to check figures. */
@NullMarked
@ApplicationModule(allowedDependencies = {"membership", "headcount"})
package io.samling.member.recount;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
