/** How fast questions are answered over a large made-up world. */
@NullMarked
package dev.kith.benchmarks.search;

import org.jspecify.annotations.NullMarked;
