/** The commands of the command line: each parses its options and calls the other packages. */
@NullMarked
package dev.kith.standalone.command;

import org.jspecify.annotations.NullMarked;
