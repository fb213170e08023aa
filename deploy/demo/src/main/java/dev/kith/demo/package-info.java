/** A small made-up town: its mail and its code, the same from the same seed. */
@NullMarked
package dev.kith.demo;

import org.jspecify.annotations.NullMarked;
