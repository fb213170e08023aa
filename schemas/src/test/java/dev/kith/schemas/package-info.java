/** What the contract promises. */
@NullMarked
package dev.kith.schemas;

import org.jspecify.annotations.NullMarked;
