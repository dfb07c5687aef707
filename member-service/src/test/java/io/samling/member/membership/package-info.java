@NullMarked
package io.samling.member.membership;

import org.jspecify.annotations.NullMarked;
