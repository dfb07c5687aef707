/** The portfolio over HTTP. */
@NullMarked
package io.samling.funding.portfolio.web;

import org.jspecify.annotations.NullMarked;
