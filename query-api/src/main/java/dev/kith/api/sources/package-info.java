/** Sources: how each of them fares. */
@NullMarked
package dev.kith.api.sources;

import org.jspecify.annotations.NullMarked;
