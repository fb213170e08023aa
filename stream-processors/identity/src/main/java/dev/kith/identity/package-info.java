/** Who is who: which accounts are one person, why, and why not. */
@NullMarked
package dev.kith.identity;

import org.jspecify.annotations.NullMarked;
