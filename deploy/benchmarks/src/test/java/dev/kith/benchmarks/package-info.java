@NullMarked
package dev.kith.benchmarks;

import org.jspecify.annotations.NullMarked;
