/**
 * The counts of two accounts, joined with the persons of both; nothing about a relationship as a
 * whole.
 */
@NullMarked
package dev.kith.strength.pair;

import org.jspecify.annotations.NullMarked;
