@NullMarked
package io.samling.member.headcount;

import org.jspecify.annotations.NullMarked;
