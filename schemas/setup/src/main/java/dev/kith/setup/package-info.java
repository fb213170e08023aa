/** Creates what the other steps take for granted: topics, subjects, indices. */
@NullMarked
package dev.kith.setup;

import org.jspecify.annotations.NullMarked;
