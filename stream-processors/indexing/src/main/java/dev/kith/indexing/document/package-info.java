/** Makes the documents of records; nothing is read or sent here. */
@NullMarked
package dev.kith.indexing.document;

import org.jspecify.annotations.NullMarked;
