/** Saved searches: what newly fits them since somebody last looked. */
@NullMarked
package dev.kith.api.searches;

import org.jspecify.annotations.NullMarked;
