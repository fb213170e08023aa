/** Changes: what happens, as it happens. */
@NullMarked
package dev.kith.api.changes;

import org.jspecify.annotations.NullMarked;
