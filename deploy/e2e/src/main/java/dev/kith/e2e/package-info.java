/** Runs Kith end to end: through the launcher that a user runs and the servers that it starts. */
@NullMarked
package dev.kith.e2e;

import org.jspecify.annotations.NullMarked;
