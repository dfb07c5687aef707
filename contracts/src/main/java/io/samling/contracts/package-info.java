/**
 * The language that Samling's services publish: how a fact is enveloped, where it stands in its log
 * and how far a log has been told.
 */
@NullMarked
package io.samling.contracts;

import org.jspecify.annotations.NullMarked;
