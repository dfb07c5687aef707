/** Grants over HTTP. */
@NullMarked
package io.samling.funding.financing.web;

import org.jspecify.annotations.NullMarked;
