/** How close two people are, now and at any past moment; not how relationships are listed. */
@NullMarked
package dev.kith.api.closeness;

import org.jspecify.annotations.NullMarked;
