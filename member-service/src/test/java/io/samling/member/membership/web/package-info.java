@NullMarked
package io.samling.member.membership.web;

import org.jspecify.annotations.NullMarked;
