/** What whoever runs a service that remembers may ask of it. */
@NullMarked
package io.samling.upkeep.web;

import org.jspecify.annotations.NullMarked;
