/** Tests of the package of this name. */
@NullMarked
package dev.kith.indexing.consume;

import org.jspecify.annotations.NullMarked;
