/** Measures the latency of queries on a large synthetic world. */
@NullMarked
package dev.kith.benchmarks.search;

import org.jspecify.annotations.NullMarked;
