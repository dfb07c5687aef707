@NullMarked
package io.samling.contracts.member.v1;

import org.jspecify.annotations.NullMarked;
