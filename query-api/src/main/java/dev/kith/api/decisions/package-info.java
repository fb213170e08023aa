/** Decisions: what a person says about two accounts. */
@NullMarked
package dev.kith.api.decisions;

import org.jspecify.annotations.NullMarked;
