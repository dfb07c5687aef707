@NullMarked
package io.samling.webedge.demo;

import org.jspecify.annotations.NullMarked;
