/**
 * The launcher on one computer: {@link dev.kith.standalone.Kith} is its main class; everything else
 * is in the packages below.
 */
@NullMarked
package dev.kith.standalone;

import org.jspecify.annotations.NullMarked;
