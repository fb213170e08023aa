/** Sources: their states, and the items that could not be read. */
@NullMarked
package dev.kith.api.sources;

import org.jspecify.annotations.NullMarked;
