/** What the indices hold, as it is read back, and the one way to ask them. */
@NullMarked
package dev.kith.api.index;

import org.jspecify.annotations.NullMarked;
