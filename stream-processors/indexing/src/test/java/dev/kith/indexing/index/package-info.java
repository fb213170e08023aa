/** Tests of the package of this name. */
@NullMarked
package dev.kith.indexing.index;

import org.jspecify.annotations.NullMarked;
