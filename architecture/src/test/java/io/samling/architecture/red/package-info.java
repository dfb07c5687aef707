/**
 * Code that breaks the rules on purpose, a package for each rule, laid out like Samling. It is
 * there to show that the rules can fail.
 */
package io.samling.architecture.red;
