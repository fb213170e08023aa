/** The contract: everything that crosses a process boundary, and how it is written and named. */
@NullMarked
package dev.kith.schemas;

import org.jspecify.annotations.NullMarked;
