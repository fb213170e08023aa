/** What a text is about, and in which language it is: found in the text alone. */
@NullMarked
package dev.kith.indexing.phrases;

import org.jspecify.annotations.NullMarked;
