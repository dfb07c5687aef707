/** Who is a member, from which day until which, and how a period ended. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.samling.member.membership;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
