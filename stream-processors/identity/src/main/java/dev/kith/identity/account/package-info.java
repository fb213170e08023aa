/**
 * What profiles and decisions say of one account: its state, its identifiers, its addresses.
 * Nothing here compares two accounts.
 */
@NullMarked
package dev.kith.identity.account;

import org.jspecify.annotations.NullMarked;
