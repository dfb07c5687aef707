@NullMarked
package io.samling.funding.portfolio;

import org.jspecify.annotations.NullMarked;
