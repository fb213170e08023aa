/** The strength step, held against an oracle and by examples. */
@NullMarked
package dev.kith.strength;

import org.jspecify.annotations.NullMarked;
