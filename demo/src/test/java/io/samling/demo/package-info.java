@NullMarked
package io.samling.demo;

import org.jspecify.annotations.NullMarked;
