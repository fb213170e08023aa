/** Exports: whole indices as newline-delimited JSON, in a stable order. */
@NullMarked
package dev.kith.api.export;

import org.jspecify.annotations.NullMarked;
