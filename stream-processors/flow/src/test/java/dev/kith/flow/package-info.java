/** Tests of the frame of the steps. */
@NullMarked
package dev.kith.flow;

import org.jspecify.annotations.NullMarked;
