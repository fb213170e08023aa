/** Sources of a running Kith, as its user adds them, and sees them when they cannot be read. */
@NullMarked
package dev.kith.e2e.source;

import org.jspecify.annotations.NullMarked;
