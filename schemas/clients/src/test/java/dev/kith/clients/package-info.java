/** What the contract promises. */
@NullMarked
package dev.kith.clients;

import org.jspecify.annotations.NullMarked;
