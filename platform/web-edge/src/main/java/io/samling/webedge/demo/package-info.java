/** Demo mode: services that record by a story's clock until the story has been told. */
@NullMarked
package io.samling.webedge.demo;

import org.jspecify.annotations.NullMarked;
