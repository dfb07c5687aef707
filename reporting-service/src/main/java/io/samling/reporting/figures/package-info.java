/** What can be asked: which moment, which day, and how an answer says what it rests on. */
@NullMarked
package io.samling.reporting.figures;

import org.jspecify.annotations.NullMarked;
