@NullMarked
package io.samling.eventstore.view;

import org.jspecify.annotations.NullMarked;
