/**
 * Generates the demo: the mail and the commits of a small made-up town, the same for the same seed.
 */
@NullMarked
package dev.kith.demo;

import org.jspecify.annotations.NullMarked;
