/** Language and phrases of a text; nothing about documents. */
@NullMarked
package dev.kith.indexing.text;

import org.jspecify.annotations.NullMarked;
