/** What indexing promises. */
@NullMarked
package dev.kith.indexing;

import org.jspecify.annotations.NullMarked;
