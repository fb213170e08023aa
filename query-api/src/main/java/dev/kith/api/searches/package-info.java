/** Saved searches: the repository, and new matches since a search was last marked as seen. */
@NullMarked
package dev.kith.api.searches;

import org.jspecify.annotations.NullMarked;
