/** The command {@code strength} on a CSV file; nothing of it runs in the streams. */
@NullMarked
package dev.kith.strength.file;

import org.jspecify.annotations.NullMarked;
