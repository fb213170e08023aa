/** Tests of account pairs. */
@NullMarked
package dev.kith.strength.pair;

import org.jspecify.annotations.NullMarked;
