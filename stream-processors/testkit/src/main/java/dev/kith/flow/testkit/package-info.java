/** Topologies in memory, their drawings, and the rules every processor keeps. For tests only. */
@NullMarked
package dev.kith.flow.testkit;

import org.jspecify.annotations.NullMarked;
