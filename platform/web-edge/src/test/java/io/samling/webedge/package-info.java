@NullMarked
package io.samling.webedge;

import org.jspecify.annotations.NullMarked;
