/** Tests of the package of this name. */
@NullMarked
package dev.kith.indexing.document;

import org.jspecify.annotations.NullMarked;
