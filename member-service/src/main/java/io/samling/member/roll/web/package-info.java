/** The roll over HTTP. */
@NullMarked
package io.samling.member.roll.web;

import org.jspecify.annotations.NullMarked;
