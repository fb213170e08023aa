/**
 * Record linkage: which pairs of accounts are compared (blocking), what their profiles have in
 * common (comparison) and how much it proves in bits, after Fellegi and Sunter (scoring). Nothing
 * here clusters.
 */
@NullMarked
package dev.kith.identity.matching;

import org.jspecify.annotations.NullMarked;
