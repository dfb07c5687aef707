@NullMarked
package io.samling.member.publishing;

import org.jspecify.annotations.NullMarked;
