/** How fast it is found out who is who, and what that takes when there are many. */
@NullMarked
package dev.kith.benchmarks.identity;

import org.jspecify.annotations.NullMarked;
