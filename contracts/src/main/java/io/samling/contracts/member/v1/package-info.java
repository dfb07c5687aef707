/**
 * Version 1 of what member-service tells of members and their headcounts. It grows and never
 * changes.
 */
@NullMarked
package io.samling.contracts.member.v1;

import org.jspecify.annotations.NullMarked;
