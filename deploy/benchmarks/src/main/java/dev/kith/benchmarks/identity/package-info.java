/** Measures the throughput, delay and resource use of the identity step with many accounts. */
@NullMarked
package dev.kith.benchmarks.identity;

import org.jspecify.annotations.NullMarked;
