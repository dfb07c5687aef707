@NullMarked
package io.samling.member;

import org.jspecify.annotations.NullMarked;
