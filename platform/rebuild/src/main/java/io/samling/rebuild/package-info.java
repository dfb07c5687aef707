/**
 * What rebuilding a view beside the running one needs, whatever it is made of: its generations, and
 * the rebuilds with how they went.
 */
@NullMarked
package io.samling.rebuild;

import org.jspecify.annotations.NullMarked;
