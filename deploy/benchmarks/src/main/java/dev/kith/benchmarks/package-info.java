/** Measures the speed of Kith from the sources to the search on the computer at hand. */
@NullMarked
package dev.kith.benchmarks;

import org.jspecify.annotations.NullMarked;
