/** Remembers who is a member, since when, until when and why, and how many work there. */
@NullMarked
package io.samling.member;

import org.jspecify.annotations.NullMarked;
