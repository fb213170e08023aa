/** Tests of counts. */
@NullMarked
package dev.kith.strength.count;

import org.jspecify.annotations.NullMarked;
