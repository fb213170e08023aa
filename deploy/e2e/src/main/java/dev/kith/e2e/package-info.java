/**
 * The whole walk of an activity, through the launcher that a person uses and the servers that it
 * starts.
 */
@NullMarked
package dev.kith.e2e;

import org.jspecify.annotations.NullMarked;
