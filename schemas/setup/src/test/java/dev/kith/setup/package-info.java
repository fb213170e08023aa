/** What set-up promises. */
@NullMarked
package dev.kith.setup;

import org.jspecify.annotations.NullMarked;
