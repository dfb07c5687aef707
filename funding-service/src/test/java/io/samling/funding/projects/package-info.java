@NullMarked
package io.samling.funding.projects;

import org.jspecify.annotations.NullMarked;
