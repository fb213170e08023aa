/**
 * The inputs given to {@code up}, their source names, and the viewers. The connectors describe
 * their inputs.
 */
@NullMarked
package dev.kith.standalone.input;

import org.jspecify.annotations.NullMarked;
