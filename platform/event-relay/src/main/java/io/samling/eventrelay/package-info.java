/**
 * The way out of a service: follows its log and tells on Kafka, in the words of the contract, what
 * others may know, with progress marks that say how far the log has been told.
 */
@NullMarked
package io.samling.eventrelay;

import org.jspecify.annotations.NullMarked;
