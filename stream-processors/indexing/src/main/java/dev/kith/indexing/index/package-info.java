/**
 * The indices behind the aliases: creation, swap, refresh and removal of tombstones; no documents
 * are written here.
 */
@NullMarked
package dev.kith.indexing.index;

import org.jspecify.annotations.NullMarked;
