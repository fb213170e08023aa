/** Tests of the package of this name. */
@NullMarked
package dev.kith.indexing.text;

import org.jspecify.annotations.NullMarked;
