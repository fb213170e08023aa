/** Tests of the package of this name. */
@NullMarked
package dev.kith.indexing.bulk;

import org.jspecify.annotations.NullMarked;
