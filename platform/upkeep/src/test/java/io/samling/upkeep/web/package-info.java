@NullMarked
package io.samling.upkeep.web;

import org.jspecify.annotations.NullMarked;
