/** Sources: how each of them fares, and what could not be read. */
@NullMarked
package dev.kith.api.sources;

import org.jspecify.annotations.NullMarked;
