@NullMarked
package io.samling.member.roll;

import org.jspecify.annotations.NullMarked;
