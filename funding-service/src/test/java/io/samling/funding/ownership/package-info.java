@NullMarked
package io.samling.funding.ownership;

import org.jspecify.annotations.NullMarked;
