/**
 * The launcher for one computer. {@link dev.kith.standalone.Kith} is the main class; the packages
 * below hold everything else.
 */
@NullMarked
package dev.kith.standalone;

import org.jspecify.annotations.NullMarked;
