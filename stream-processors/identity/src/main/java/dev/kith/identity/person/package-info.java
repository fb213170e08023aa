/**
 * Makes the record of a person of the profiles of the accounts. Which accounts belong to a person
 * is decided before.
 */
@NullMarked
package dev.kith.identity.person;

import org.jspecify.annotations.NullMarked;
