/** Tests of the command on a file. */
@NullMarked
package dev.kith.strength.file;

import org.jspecify.annotations.NullMarked;
