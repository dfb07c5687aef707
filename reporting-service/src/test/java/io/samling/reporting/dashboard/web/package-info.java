@NullMarked
package io.samling.reporting.dashboard.web;

import org.jspecify.annotations.NullMarked;
