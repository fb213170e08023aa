/**
 * The indexing step: its start, its health and the rebuild of indices; its parts are in
 * subpackages.
 */
@NullMarked
package dev.kith.indexing;

import org.jspecify.annotations.NullMarked;
