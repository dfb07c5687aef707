/** Puts what member-service remembers into the words of the published contract. */
@NullMarked
@ApplicationModule(allowedDependencies = {"membership", "headcount"})
package io.samling.member.publishing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
