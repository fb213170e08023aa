/** How fast the whole of Kith is on the computer at hand. */
@NullMarked
package dev.kith.benchmarks;

import org.jspecify.annotations.NullMarked;
