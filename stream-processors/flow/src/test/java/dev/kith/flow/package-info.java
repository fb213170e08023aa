/** Tests of the words the drawings are made of. */
@NullMarked
package dev.kith.flow;

import org.jspecify.annotations.NullMarked;
