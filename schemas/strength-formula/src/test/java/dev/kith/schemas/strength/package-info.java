/** What strength means, as examples and as properties. */
@NullMarked
package dev.kith.schemas.strength;

import org.jspecify.annotations.NullMarked;
