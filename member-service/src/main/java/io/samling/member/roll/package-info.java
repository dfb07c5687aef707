/** Who is and was a member, and how many work there: what this service shows. */
@NullMarked
@ApplicationModule(allowedDependencies = {"membership", "headcount"})
package io.samling.member.roll;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
