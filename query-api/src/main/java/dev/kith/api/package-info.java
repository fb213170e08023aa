/** Asks: the search API, what it may say to whom, and how it says that something is wrong. */
@NullMarked
package dev.kith.api;

import org.jspecify.annotations.NullMarked;
