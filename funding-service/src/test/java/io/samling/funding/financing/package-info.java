@NullMarked
package io.samling.funding.financing;

import org.jspecify.annotations.NullMarked;
