/** How close two persons are: the pure formula, shared by whoever writes, ranks or explains it. */
@NullMarked
package dev.kith.schemas.strength;

import org.jspecify.annotations.NullMarked;
