/** Introductions: who can introduce us to somebody. */
@NullMarked
package dev.kith.api.introductions;

import org.jspecify.annotations.NullMarked;
