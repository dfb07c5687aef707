/** Projects over HTTP. */
@NullMarked
package io.samling.funding.projects.web;

import org.jspecify.annotations.NullMarked;
