/** Who asks, when, and on which page: what every question begins with. */
@NullMarked
package dev.kith.api.asking;

import org.jspecify.annotations.NullMarked;
