/** The launcher: starts, watches and stops everything on one computer, and asks it questions. */
@NullMarked
package dev.kith.standalone;

import org.jspecify.annotations.NullMarked;
