/**
 * Prints messages and failures for the user on standard output; does not depend on the rest of
 * Kith.
 */
@NullMarked
package dev.kith.standalone.terminal;

import org.jspecify.annotations.NullMarked;
