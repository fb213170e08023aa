/** The strength step: its topology and its start; the logic of each part is in a subpackage. */
@NullMarked
package dev.kith.strength;

import org.jspecify.annotations.NullMarked;
