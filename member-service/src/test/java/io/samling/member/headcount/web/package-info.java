@NullMarked
package io.samling.member.headcount.web;

import org.jspecify.annotations.NullMarked;
