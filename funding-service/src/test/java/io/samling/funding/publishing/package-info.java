@NullMarked
package io.samling.funding.publishing;

import org.jspecify.annotations.NullMarked;
