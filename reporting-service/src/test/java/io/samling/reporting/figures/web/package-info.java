@NullMarked
package io.samling.reporting.figures.web;

import org.jspecify.annotations.NullMarked;
