/** How close: from activities and memberships to relationships between persons. */
@NullMarked
package dev.kith.strength;

import org.jspecify.annotations.NullMarked;
