/**
 * Tells a person what happens and why a command cannot do its work, on whatever standard output is;
 * knows nothing of Kith.
 */
@NullMarked
package dev.kith.standalone.terminal;

import org.jspecify.annotations.NullMarked;
