/** The relationship of two persons, built from the contributions of their accounts. */
@NullMarked
package dev.kith.strength.relationship;

import org.jspecify.annotations.NullMarked;
