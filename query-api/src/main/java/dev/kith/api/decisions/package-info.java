/** Decisions of users that two accounts are, or are not, one person. */
@NullMarked
package dev.kith.api.decisions;

import org.jspecify.annotations.NullMarked;
