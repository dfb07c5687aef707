@NullMarked
package io.samling.contracts.ownership.v1;

import org.jspecify.annotations.NullMarked;
