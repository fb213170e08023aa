/** Everything, for whoever owns it: one line of JSON per thing, in a stable order. */
@NullMarked
package dev.kith.api.export;

import org.jspecify.annotations.NullMarked;
