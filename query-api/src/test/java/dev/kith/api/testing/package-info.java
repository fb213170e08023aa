/** A small made-up world, and what it takes to ask about it in tests. */
@NullMarked
package dev.kith.api.testing;

import org.jspecify.annotations.NullMarked;
