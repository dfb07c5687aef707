/** Goes whole ways through all of Samling: real processes, real wire protocols. Tests only. */
@NullMarked
package io.samling.journeys;

import org.jspecify.annotations.NullMarked;
